package io.vpclocal.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.RuleTraffic;
import io.vpclocal.network.prefixlist.AwsPrefixList;
import io.vpclocal.network.prefixlist.AwsPrefixLists;
import io.vpclocal.network.prefixlist.PrefixLists;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** AWS documentation, VPC User Guide: "Amazon VPC quotas", and "AWS-managed prefix lists" for the weights. */
@EmulatorTest
class RuleQuotaTest {

    private final Scope scope = new Scope(Aws.newAccount(), "us-east-1");
    private final RuleQuota strict;

    @Autowired
    private Aws aws;

    @Autowired
    private PrefixLists lists;

    @Autowired
    private AwsPrefixLists awsLists;

    RuleQuotaTest(@Autowired PrefixLists lists) {
        this.strict = new RuleQuota(new Quotas("strict"), lists);
    }

    @Test
    void eachFamilyIsCountedSeparatelyAndGroupsInBoth() {
        List<RuleSpec> rules = List.of(
                rule(new RulePeer.Range(Cidr.parse("10.0.0.0/8").orElseThrow())),
                rule(new RulePeer.Range(Cidr.parse("::/0").orElseThrow())),
                rule(new RulePeer.Range(Cidr.parse("2001:db8::/32").orElseThrow())),
                rule(new RulePeer.Group("sg-1")));
        assertThat(strict.count(scope, rules, true)).isEqualTo(2);
        assertThat(strict.count(scope, rules, false)).isEqualTo(3);
    }

    @Test
    void anAwsListCountsAsItsWeight() {
        AwsPrefixList cloudFront = awsLists.byName(scope.region(), "com.amazonaws.global.cloudfront.origin-facing")
                .orElseThrow();
        assertThat(cloudFront.weight()).isEqualTo(55);
        List<RuleSpec> rules = List.of(rule(new RulePeer.PrefixList(cloudFront.id())));
        assertThat(strict.count(scope, rules, true)).isEqualTo(55);
        assertThat(strict.count(scope, rules, false)).isZero();
        strict.requireRoom(scope, with(rules, 5));
        refused(with(rules, 6));
    }

    @Test
    void aCustomersListCountsAsItsMaximumSize() {
        String list = aws.ec2(scope.account())
                .createManagedPrefixList(
                        r -> r.prefixListName("l").addressFamily("IPv6").maxEntries(7))
                .prefixList()
                .prefixListId();
        List<RuleSpec> rules = List.of(rule(new RulePeer.PrefixList(list)));
        assertThat(strict.count(scope, rules, false)).isEqualTo(7);
        assertThat(strict.count(scope, rules, true)).isZero();
    }

    @Test
    void aGroupHasSixtyRulesAtMost() {
        strict.requireRoom(scope, with(List.of(), 60));
        refused(with(List.of(), 61));
        new RuleQuota(new Quotas("raised"), lists).requireRoom(scope, with(List.of(), 61));
    }

    private void refused(List<RuleSpec> rules) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> strict.requireRoom(scope, rules))
                .withMessage("The maximum number of rules per security group has been reached.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("RulesPerSecurityGroupLimitExceeded"));
    }

    private static List<RuleSpec> with(List<RuleSpec> rules, int groups) {
        return Stream.concat(
                        rules.stream(), IntStream.range(0, groups).mapToObj(i -> rule(new RulePeer.Group("sg-" + i))))
                .toList();
    }

    private static RuleSpec rule(RulePeer peer) {
        return new RuleSpec(RuleTraffic.ALL, peer);
    }
}
