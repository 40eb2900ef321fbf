create temporary table T (a int, primary key (a) not enforced) with ('Connector' = 'datagen');
insert into Out select A from T t join D for system_time as of t.p as d on t.a = d.a;
insert into o2 select * from t;
