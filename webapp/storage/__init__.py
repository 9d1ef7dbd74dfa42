"""Where texts, articles and frozen comparisons are kept. SQLAlchemy lives only here: sessions and rows never leave."""
