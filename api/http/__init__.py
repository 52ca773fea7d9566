"""What all answers over HTTP share: negotiation, headers, problems, paging, and the service behind them."""
