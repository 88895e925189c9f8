package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.caller.Permissions;
import io.vpclocal.identity.caller.Principal;
import io.vpclocal.identity.policy.PolicySet;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For every implemented action and every condition key in the Service Authorization Reference: the key has a value when
 * a suitable request is checked. Keys without a value are listed below with the reason.
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionKeyTableTest {

    /** Keys of features that are not emulated. */
    private static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry("ec2:ManagedResourceOperator", "no service manages instances or interfaces"),
            Map.entry("ec2:IpamPrefixListResolverTargetId", "no IPAM"),
            Map.entry("ec2:Ipv4IpamPoolId", "no IPAM"),
            Map.entry("ec2:Ipv6IpamPoolId", "no IPAM"),
            Map.entry("ec2:InsideTunnelIpv6Cidr", "no VPN connections for IPv6"),
            Map.entry("ec2:CpuOptionsAmdSevSnp", "instances are not virtual machines"),
            Map.entry("ec2:InstanceAutoRecovery", "instances are not virtual machines"),
            Map.entry("ec2:InstanceBandwidthWeighting", "instances are not virtual machines"),
            Map.entry("ec2:ProductCode", "instances are not virtual machines"),
            Map.entry("ec2:AuthorizedService", "no service uses interfaces of instances"),
            Map.entry("ec2:ParentSnapshot", "no snapshots"),
            Map.entry("ec2:ParentVolume", "no copies of volumes"),
            Map.entry("ec2:VolumeInitializationRate", "volumes have no content"));

    /** Rows without a value. */
    private static final Set<String> NOT_THERE = Set.of(
            // The connection has no id before it is created.
            "CreateVpcPeeringConnection vpc-peering-connection ec2:VpcPeeringConnectionID",
            // Nor have transit gateways and their parts.
            "CreateTransitGateway transit-gateway ec2:transitGatewayId",
            "CreateTransitGatewayVpcAttachment transit-gateway-attachment ec2:transitGatewayAttachmentId",
            "CreateTransitGatewayRouteTable transit-gateway-route-table ec2:transitGatewayRouteTableId",
            // Its parameters are the ids of gateways, not attributes.
            "ModifyVpnConnection vpn-connection ec2:Attribute",
            "ModifyVpnConnection vpn-connection ec2:Attribute/${AttributeName}",
            // Only the request for a permission names an account and a permission.
            "CreateTags network-interface ec2:AuthorizedUser",
            "CreateTags network-interface ec2:Permission",
            // Images of other accounts have no tags that this account sees.
            "RunInstances image aws:ResourceTag/${TagKey}",
            "RunInstances image ec2:ResourceTag/${TagKey}");

    /** Resource types that are not emulated. */
    private static final Set<String> NO_SUCH_TYPE = Set.of("ipam-pool", "ipv4pool-ec2", "ipv6pool-ec2");

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    @Autowired
    private ActionTable table;

    @Autowired
    private Checks checks;

    @Autowired
    private PlatformTransactionManager transactions;

    private Estate estate;

    @BeforeAll
    void build() {
        estate = new Estate(aws);
    }

    @Test
    void everyKeyOfTheTableHasAValueForItsAction() {
        Set<String> missing = new TreeSet<>();
        for (ActionDefinition action : registry.all(AwsService.EC2)) {
            boolean anyType =
                    action.name().equals("CreateTags") || action.name().equals("DeleteTags");
            ActionRule rule = table.find("ec2:" + action.name()).orElseThrow();
            Map<String, Set<String>> found = contexts(action, rule);
            for (ActionRule.Resource resource : rule.resources()) {
                if (NO_SUCH_TYPE.contains(resource.type())
                        || anyType && !estate.ids().containsKey(resource.type())) {
                    continue;
                }
                Set<String> context = found.getOrDefault(resource.type(), Set.of());
                Stream.concat(resource.keys().stream(), rule.keys().stream())
                        // Set only for tags on creation; see ChecksTest.
                        .filter(key -> !key.equals("ec2:createaction") && !isIn(context, key))
                        .forEach(key -> missing.add(action.name() + " " + resource.type() + " " + key));
            }
            if (rule.resources().isEmpty()) {
                assertThat(found.get("")).as(action.name()).contains("ec2:region");
            }
        }
        Set<String> explained = new HashSet<>();
        NOT_THERE.forEach(row -> explained.add(row.toLowerCase(Locale.ROOT)));
        Set<String> never = new HashSet<>();
        NEVER.keySet().forEach(key -> never.add(key.toLowerCase(Locale.ROOT)));
        missing.removeIf(row -> explained.contains(row.toLowerCase(Locale.ROOT))
                || never.contains(row.substring(row.lastIndexOf(' ') + 1)));
        assertThat(missing).isEmpty();
    }

    /** The listed exceptions never have a value. Otherwise the list would hide keys that work. */
    @Test
    void listedExceptionsNeverHaveAValue() {
        Set<String> excused = new HashSet<>();
        NEVER.keySet().forEach(key -> excused.add(key.toLowerCase(Locale.ROOT)));
        for (ActionDefinition action : registry.all(AwsService.EC2)) {
            ActionRule rule = table.find("ec2:" + action.name()).orElseThrow();
            contexts(action, rule)
                    .forEach((type, keys) ->
                            assertThat(keys).as(action.name() + " " + type).doesNotContainAnyElementsOf(excused));
        }
    }

    /** The keys of the call's own action by resource type, in lower case. */
    private Map<String, Set<String>> contexts(ActionDefinition action, ActionRule rule) {
        Call sample = TestCalls.call(rule.action());
        Principal curious = curious(Principal.of(sample));
        Call call = new Call(
                sample.id(),
                sample.service(),
                sample.action(),
                new Scope(estate.account, "us-east-1"),
                curious,
                sample.wire(),
                sample.receivedAt());
        Map<String, Set<String>> found = new HashMap<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> new SampleRequests(estate)
                .of(action, rule)
                .flatMap(request -> checks.of(call, rule, request).stream())
                .filter(check -> check.action().equals(rule.action()))
                .forEach(check -> PolicyAuthorizer.question(call, curious, check)
                        .keys()
                        .keySet()
                        .forEach(key -> found.computeIfAbsent(check.target().type(), type -> new HashSet<>())
                                .add(key.toLowerCase(Locale.ROOT)))));
        return found;
    }

    private static boolean isIn(Set<String> context, String key) {
        int variable = key.indexOf("${");
        return variable < 0
                ? context.contains(key)
                : context.stream().anyMatch(present -> present.startsWith(key.substring(0, variable)));
    }

    /** A principal whose policies mention every key, so that all keys are computed. */
    private Principal curious(Principal someone) {
        Set<String> keys = new HashSet<>();
        table.all().forEach(rule -> {
            keys.addAll(rule.keys());
            rule.resources()
                    .forEach(resource -> resource.keys().forEach(key -> keys.add(key.replace("${tagkey}", "x"))));
        });
        return new Principal(
                someone.who(),
                someone.home(),
                someone.keyId(),
                null,
                new Permissions(PolicySet.builder().build(), keys, Map.of()));
    }
}
