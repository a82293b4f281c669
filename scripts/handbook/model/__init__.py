"""What things are: frozen types. No I/O, no clock, no MkDocs, no Whoosh."""
