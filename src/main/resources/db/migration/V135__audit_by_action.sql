-- by time within an action, as the console asks: a span of time that is long ago is found at once
drop index audit_by_action;
create index audit_by_action on audit (action, at desc, id desc);
