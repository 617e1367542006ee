"""What happened: the facts kept by hand in TOML, the literals compiled from them, and the record that holds them."""
