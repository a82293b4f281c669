"""Model to text: pages, tables and cards as pure functions to str."""
