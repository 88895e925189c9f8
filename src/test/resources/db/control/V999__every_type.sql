create table every_type (
  seq bigint primary key,
  account varchar(12) not null,
  flag boolean,
  small integer,
  price numeric(20, 4),
  ratio double precision,
  words varchar(4000),
  at timestamp(6) with time zone,
  secret bytea,
  parent bigint references every_type
);
