-- Articles of purchase orders by the day of the order. Of the parties only their ids. Costs are NULL where they are unknown.
CREATE TABLE purchase_order_lines (
  channel_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  order_number TEXT NOT NULL,
  line_number TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  type TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  changed_at INTEGER,
  units INTEGER NOT NULL,
  unit_cost_minor INTEGER,
  cost_minor INTEGER,
  selling_party TEXT NOT NULL,
  ship_to_party TEXT NOT NULL,
  PRIMARY KEY (channel_id, day, order_number, line_number, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchase_order_lines_by_order ON purchase_order_lines (channel_id, order_number);
