"""The ways in and out, without the world behind them."""
