// Whatever scrolls sideways can be reached with the keyboard, and nothing else takes a stop.
const scrolling = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
document.querySelectorAll("pre, .table-wrapper").forEach((element) => scrolling.observe(element));
