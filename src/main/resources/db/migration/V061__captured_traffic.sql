create sequence captured_traffic_seq start with 1 increment by 50;

-- Accepted traffic, one row per batch; times are milliseconds since the epoch of its first and its last packet. How many
-- flows of a window an interface captures is that of the time when the batch was accepted: what was captured stays
-- captured, whatever is set later.
create table captured_traffic (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  earliest bigint not null,
  latest bigint not null,
  flows integer not null,
  capacity integer not null
);

create index captured_traffic_scope on captured_traffic (account, region, earliest);

-- Apart from the heads, so that looking for batches does not read their flows.
create table captured_traffic_body (
  seq bigint primary key references captured_traffic,
  flows bytea not null
);

-- Up to when a batch was delivered through a flow log. Its uniqueness is what keeps records from being written twice.
create table delivered_traffic (
  seq bigint primary key,
  flow_log_id varchar(64) not null references flow_log (id),
  batch_seq bigint not null references captured_traffic,
  delivered_until bigint not null,
  constraint delivered_traffic_once unique (flow_log_id, batch_seq)
);

create index delivered_traffic_batch on delivered_traffic (batch_seq);
