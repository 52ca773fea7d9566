"""Open Badges 3.0: what there is to be achieved (https://www.imsglobal.org/spec/ob/v3p0)."""
