#!/bin/sh
# /usr/local/bin/carto: any command, as the user of the service and with its settings.
umask 022
set -a
. /etc/carto/carto.env
exec runuser -u carto -- /opt/carto/.venv/bin/carto "$@"
