package io.vpclocal.loadbalancer.rule;

import java.util.List;

/** The actions of a rule as text, and the ids of the target groups that they forward to. */
record RuleActions(String text, List<String> targetGroupIds) {}
