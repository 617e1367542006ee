"""How Sphinx builds these pages: offline, every reference resolved, every warning an error."""

from docutils.nodes import Element, TextElement
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trilateral import __version__

project = "trilateral"
author = "The trilateral developers"
project_copyright = "2026, The trilateral developers"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples"]
templates_path = ["_templates"]

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

# In docstrings, `Board` is a reference.
default_role = "py:obj"
add_module_names = False
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
napoleon_numpy_docstring = False

# What these pages cannot describe: the standard library, without a network, type variables, and the inside of a record.
nitpick_ignore = [
    ("py:class", "History"),
    ("py:class", "trilateral._record.facts.Facts"),
    ("py:class", "trilateral.rosters._remarks.Remark"),
]
nitpick_ignore_regex = [
    # What others document: to link there would need a network.
    (
        "py:(class|obj)",
        r"(collections|datetime|decimal|fractions|hypothesis|json|matplotlib|narwhals|os|pandas|pathlib|polars|pyarrow|types)\..*",
    ),
    ("py:(class|obj)", r"(trilateral\..*\.)?[MT]"),
    ("py:(class|obj)", r"typing\.Literal\[.*|tuple\[str"),  # Sphinx cuts what stands in brackets in two
]

html_theme = "furo"
html_copy_source = False  # or pytest would take test*.md.txt for tests
html_title = f"trilateral {release}"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_js_files = [("scrolling.js", {"defer": "defer"})]
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"


def setup(app: Sphinx) -> None:
    """Let docstrings of every public module use the names of the front door, as the code does."""
    app.connect("missing-reference", from_the_front_door)


def from_the_front_door(app: Sphinx, env: BuildEnvironment, node: Element, content: TextElement) -> Element | None:
    """Return the reference to a name that the module at hand has not, if the front door or `rosters` has it."""
    python = env.get_domain("py")
    names = (f"{module}.{node['reftarget']}" for module in ("trilateral", "trilateral.rosters"))
    found = (python.resolve_xref(env, node["refdoc"], app.builder, "obj", name, node, content) for name in names)
    return next(filter(None, found), None) if node.get("refdomain") == "py" else None
