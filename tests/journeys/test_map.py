"""The interactive map: what it draws, and what pointer and keyboard do on it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import tab_to, wait_for_map

IRVILLAC = "29086"  # without a place, so that nothing covers it


def canvas_point(page: Page, lng: float, lat: float) -> tuple[float, float]:
    """Where a point of the ground lies in the window, once the map is in it."""
    page.locator(".maplibregl-canvas").scroll_into_view_if_needed()
    x, y = page.evaluate(
        """([lng, lat]) => {
            const {x, y} = carte.project([lng, lat]);
            const {left, top} = carte.getCanvas().getBoundingClientRect();
            return [left + x, top + y];
        }""",
        [lng, lat],
    )
    return x, y


def commune_point(page: Page, code: str) -> tuple[float, float]:
    """Where the middle of a commune lies in the window."""
    lng, lat = page.evaluate(
        """(code) => carte.getStyle().sources.noms.data.features
            .find(({properties}) => properties.code === code).geometry.coordinates""",
        code,
    )
    return canvas_point(page, lng, lat)


def sentence_of(page: Page, code: str) -> str:
    """Read what the API says of a commune."""
    answer = page.request.get(f"{page.url.split('/departement')[0]}/api/v1/communes/{code}")
    return str(answer.json()["verdict"]["sentence"])


def words(text: str) -> str:
    """Text without the shape of its spaces."""
    return re.sub(r"\s+", " ", text)


def test_the_map_shows_every_commune_in_its_class(viewer: Page) -> None:
    drawn, unclassed = viewer.evaluate(
        """() => {
            const features = carte.querySourceFeatures('communes');
            const codes = [...new Set(features.map(({properties}) => properties.code))];
            const classe = (id) => carte.getFeatureState({source: 'communes', id}).classe;
            return [codes.length, codes.filter((code) => classe(code) == null).length];
        }"""
    )
    texts = viewer.locator("#legende .effectif").all_inner_texts()
    counts = [int(text.split()[0]) for text in map(words, texts)]
    assert drawn == sum(counts) == 277
    assert unclassed == counts[-1]


@pytest.mark.parametrize("path", ["/departement/29", "/epci/242900314"])
def test_no_commune_is_hidden_at_first(page: Page, service: str, path: str) -> None:
    page.goto(service + path)
    wait_for_map(page)
    west, south, east, north = page.evaluate("() => carte.getBounds().toArray().flat()")
    points = page.evaluate(
        """() => carte.getStyle().sources.communes.data.features.flatMap(({geometry}) =>
            geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2))"""
    )
    assert all(west < lng < east and south < lat < north for lng, lat in points)
    width = max(lng for lng, _ in points) - min(lng for lng, _ in points)
    height = max(lat for _, lat in points) - min(lat for _, lat in points)
    assert max(width / (east - west), height / (north - south)) > 0.7


def test_a_click_tells_why_and_the_address_follows(viewer: Page) -> None:
    viewer.mouse.click(*commune_point(viewer, IRVILLAC))
    panel = viewer.locator("#panneau")
    expect(panel.get_by_role("heading", name="Irvillac", exact=True)).to_be_visible()
    assert words(sentence_of(viewer, IRVILLAC)) in words(panel.inner_text())
    assert f"sel={IRVILLAC}" in viewer.url
    expect(viewer.locator("#statut")).to_contain_text("Irvillac")

    viewer.go_back()
    expect(panel.get_by_role("heading", name="Chiffres clés")).to_be_visible()
    assert "sel=" not in viewer.url
    viewer.go_forward()
    expect(panel.get_by_role("heading", name="Irvillac", exact=True)).to_be_visible()

    panel.get_by_role("link", name="Revenir aux chiffres").click()
    expect(panel.get_by_role("heading", name="Chiffres clés")).to_be_visible()
    assert viewer.evaluate("() => performance.getEntriesByType('navigation').length") == 1


def test_the_address_of_a_choice_shows_it_again(viewer: Page) -> None:
    viewer.mouse.click(*commune_point(viewer, IRVILLAC))
    expect(viewer.locator("#panneau")).to_contain_text("Irvillac")
    viewer.reload()
    expect(viewer.locator("#panneau")).to_contain_text("Irvillac")
    wait_for_map(viewer)
    state = viewer.evaluate("(id) => carte.getFeatureState({source: 'communes', id})", IRVILLAC)
    assert state["choisi"] is True


def test_an_indicator_changes_everything_but_the_page(viewer: Page) -> None:
    viewer.evaluate("() => { window.same = true; }")
    before = viewer.evaluate("() => carte.getPaintProperty('communes', 'fill-color')")
    viewer.get_by_label("Indicateur").select_option("fibre")
    expect(viewer.locator("#legende-titre")).to_contain_text("Fibre")
    expect(viewer.locator("#definition")).to_contain_text("locaux")
    expect(viewer).to_have_title(re.compile("fibre"))
    assert "ind=fibre" in viewer.url
    assert viewer.evaluate("() => carte.getPaintProperty('communes', 'fill-color')") != before
    assert viewer.evaluate("() => window.same")
    assert viewer.locator("#carte-fixe svg .communes path").count() == 277

    viewer.go_back()
    expect(viewer.locator("#legende-titre")).to_contain_text("Verdict")
    assert viewer.get_by_label("Indicateur").input_value() == "verdict"


def test_a_class_of_the_legend_filters_the_map_and_the_table(viewer: Page) -> None:
    lit = """() => carte.getStyle().sources.communes.data.features.filter(({properties}) =>
        !carte.getFeatureState({source: 'communes', id: properties.code}).eteint).length"""
    worst = viewer.locator("#legende a").filter(has_text="prioritaire")
    worst.focus()
    worst.press("Enter")
    expect(worst).to_have_attribute("aria-current", "true")
    expect(worst).to_be_focused()
    assert "classe=3" in viewer.url
    assert f"{viewer.evaluate(lit)} commune" in words(worst.inner_text())
    assert viewer.locator("#carte-fixe g[data-classe][opacity]").count() == 4
    verdicts = viewer.locator("#tableau tbody .verdict").all_text_contents()
    assert set(map(str.strip, verdicts)) == {"prioritaire"}
    expect(viewer.locator("#statut")).to_contain_text("Seule classe montrée, prioritaire")

    viewer.get_by_role("link", name="Tout afficher").click()
    expect(viewer.locator("#statut")).to_contain_text("Toutes les classes")
    assert viewer.evaluate(lit) == 277
    viewer.go_back()
    expect(worst).to_have_attribute("aria-current", "true")
    assert viewer.evaluate(lit) < 277


def test_the_pointer_names_what_it_is_on(viewer: Page) -> None:
    viewer.mouse.move(*commune_point(viewer, IRVILLAC))
    expect(viewer.locator(".infobulle")).to_contain_text("Irvillac")
    viewer.mouse.move(5, 5)
    expect(viewer.locator(".infobulle")).to_have_count(0)


def test_places_group_open_and_hide(viewer: Page) -> None:
    def rendered(layer: str) -> list[dict[str, object]]:
        features: list[dict[str, object]] = viewer.evaluate(
            """(layer) => carte.queryRenderedFeatures({layers: [layer]}).map((f) =>
                ({...f.properties, at: f.geometry.coordinates}))""",
            layer,
        )
        return features

    clusters = rendered("grappes")
    assert clusters
    zoom = viewer.evaluate("() => carte.getZoom()")
    lng, lat = clusters[0]["at"]  # type: ignore[misc]
    viewer.mouse.click(*canvas_point(viewer, lng, lat))
    viewer.wait_for_function("(zoom) => carte.getZoom() > zoom && carte.loaded()", arg=zoom)

    place = next(p for p in rendered("lieux"))
    lng, lat = place["at"]  # type: ignore[misc]
    viewer.mouse.click(*canvas_point(viewer, lng, lat))
    card = viewer.locator(".bulle-lieu")
    expect(card).to_contain_text(str(place["nom"]))
    expect(card.get_by_role("button", name=f"Fermer la fiche de {place['nom']}")).to_be_focused()
    viewer.keyboard.press("Escape")
    expect(card).to_have_count(0)

    viewer.get_by_role("checkbox", name="Lieux d'aide").uncheck()
    viewer.wait_for_function("() => !carte.queryRenderedFeatures({layers: ['lieux']}).length")
    assert "lieux=0" in viewer.url


def test_the_keyboard_goes_the_whole_way(viewer: Page) -> None:
    canvas = viewer.locator(".maplibregl-canvas")
    viewer.get_by_role("checkbox", name="Lieux d'aide").focus()
    tab_to(viewer, canvas)
    before = viewer.evaluate("() => carte.getCenter().lng")
    viewer.keyboard.press("ArrowRight")
    moved = "(lng) => carte.getCenter().lng > lng && !carte.isMoving()"
    viewer.wait_for_function(moved, arg=before)
    assert "#carte=" in viewer.url
    lng, lat = viewer.evaluate(
        """() => carte.getStyle().sources.noms.data.features[0].geometry.coordinates"""
    )
    viewer.evaluate("(at) => carte.jumpTo({center: at, zoom: 11})", [lng, lat])
    viewer.wait_for_function("() => carte.loaded()")
    viewer.keyboard.press("Enter")
    heading = viewer.locator("#panneau h2")
    expect(heading).to_have_text("Brest")
    expect(heading).to_be_focused()


def test_the_view_is_in_the_address(viewer: Page, service: str) -> None:
    viewer.goto("about:blank")
    viewer.goto(f"{service}/departement/29#carte=10.50/48.4000/-4.4900")
    wait_for_map(viewer)
    zoom, lat = viewer.evaluate("() => [carte.getZoom(), carte.getCenter().lat]")
    assert (round(zoom, 2), round(lat, 4)) == (10.5, 48.4)
