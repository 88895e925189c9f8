create table log_export_task (
  seq bigint primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  task_id varchar(64) not null unique,
  task_name varchar(512),
  group_name varchar(512) not null,
  stream_prefix varchar(512),
  from_time bigint not null,
  to_time bigint not null,
  bucket varchar(512) not null,
  key_prefix varchar(1024) not null,
  status varchar(16) not null,
  message varchar(512),
  created_at bigint not null,
  completed_at bigint,
  -- Account and Region while the task is active: they have one active task.
  active_in varchar(64) unique
);

create index log_export_task_scope on log_export_task (account, region, seq);
