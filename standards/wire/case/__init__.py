"""1EdTech CASE: competency frameworks as packages (https://www.imsglobal.org/spec/CASE/v1p1)."""
