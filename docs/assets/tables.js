// Lets a keyboard scroll a table that is wider than the window; the theme puts each into a box.
(() => {
  const look = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const wide = box.scrollWidth > box.clientWidth;
      box.toggleAttribute("tabindex", wide);
      if (wide) box.tabIndex = 0;
    }
  };
  addEventListener("load", look);
  addEventListener("resize", look);
})();
