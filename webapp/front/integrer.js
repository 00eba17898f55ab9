/* For the pages that frame a map of this site: each frame takes the height of its map.
   <script src="https://(this site)/integrer.js" async></script> */
(() => {
  const cadres = () => document.querySelectorAll('iframe[src*="/integrer/"]');
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'carto:height' || data.v !== 1 || !(data.height > 0)) return;
    for (const cadre of cadres()) {
      if (cadre.contentWindow === source) cadre.style.height = `${Math.min(data.height, 6000)}px`;
    }
  });
  const demander = () => {
    for (const { contentWindow } of cadres()) contentWindow?.postMessage({ type: 'carto:ask', v: 1 }, '*');
  };
  demander();
  addEventListener('load', demander);
})();
