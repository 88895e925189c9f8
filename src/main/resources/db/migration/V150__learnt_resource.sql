-- Resources that upstreams keep: whose they are, and their policies, learnt from the calls that passed.
create table learnt_resource (
  arn varchar(700) primary key,
  account varchar(12) not null,
  region varchar(32) not null,
  policy varchar(40000)
);
