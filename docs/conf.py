"""How Sphinx builds these pages: offline, every reference resolved, every warning an error."""

from trilateral import __version__

project = "trilateral"
author = "The trilateral developers"
project_copyright = "2026, The trilateral developers"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "examples"]

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
    ("py:class", "datetime.date"),
    ("py:obj", "datetime.date"),
    ("py:obj", "datetime.datetime"),
    ("py:class", "collections.abc.Mapping"),
    ("py:class", "collections.abc.Sequence"),
    ("py:class", "trilateral._record.facts.Facts"),
]
nitpick_ignore_regex = [("py:(class|obj)", r"(trilateral\..*\.)?[MT]")]

html_theme = "furo"
html_title = f"trilateral {release}"
