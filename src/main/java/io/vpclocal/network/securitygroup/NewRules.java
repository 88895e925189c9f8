package io.vpclocal.network.securitygroup;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stores validated rules. */
@Component
class NewRules {

    static final RuleSpec ANYWHERE_V4 = anywhere("0.0.0.0/0");
    static final RuleSpec ANYWHERE_V6 = anywhere("::/0");

    private final Ids ids;
    private final Clock clock;

    NewRules(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    SecurityGroupRuleEntity add(SecurityGroupEntity group, boolean egress, RuleSpec spec) {
        SecurityGroupRuleEntity rule =
                new SecurityGroupRuleEntity(group, ids.next("sgr"), clock.instant(), egress, spec);
        group.add(rule);
        return rule;
    }

    private static RuleSpec anywhere(String cidr) {
        return new RuleSpec(RuleTraffic.ALL, new RulePeer.Range(Cidr.parse(cidr).orElseThrow()));
    }
}
