-- How many flows of a window each interface captures, where that is not as configured; '*' stands for all.
create table capture_capacity (
  account varchar(12) not null,
  region varchar(32) not null,
  flows integer not null,
  primary key (account, region)
);

-- That of the time when the batch was accepted: what was captured stays captured, whatever is set later.
alter table captured_traffic add column capacity integer default 2147483647 not null;
