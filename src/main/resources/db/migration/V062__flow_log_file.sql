create sequence flow_log_file_seq start with 1 increment by 50;

-- How many times files of a flow log were put for a period of five minutes: the number of the next ones. A delivery that is
-- made again, because the process ended before it was noted, has the same number and replaces the same files.
create table flow_log_file (
  seq bigint primary key,
  flow_log_id varchar(64) not null references flow_log (id),
  period_start bigint not null,
  deliveries bigint not null,
  constraint flow_log_file_once unique (flow_log_id, period_start)
);
