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
 * For every action that is answered here, and every condition key that the Service Authorization Reference lists for it:
 * the key is there when a request that gives cause for it is checked. Keys that never are stand below with the reason.
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionKeyTableTest {

    /** Keys of what is not emulated at all, so that nothing can have them. */
    private static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry("ec2:ManagedResourceOperator", "no service manages instances or interfaces"),
            Map.entry("ec2:AuthorizedUser", "interfaces are not lent to other accounts"),
            Map.entry("ec2:Permission", "interfaces are not lent to other accounts"),
            Map.entry("ec2:IpamPrefixListResolverTargetId", "no IPAM"),
            Map.entry("ec2:Ipv4IpamPoolId", "no IPAM"),
            Map.entry("ec2:Ipv6IpamPoolId", "no IPAM"),
            Map.entry("ec2:CpuOptionsAmdSevSnp", "instances are no machines"),
            Map.entry("ec2:EbsOptimized", "instances are no machines"),
            Map.entry("ec2:InstanceAutoRecovery", "instances are no machines"),
            Map.entry("ec2:InstanceBandwidthWeighting", "instances are no machines"),
            Map.entry("ec2:InstanceMarketType", "instances are no machines"),
            Map.entry("ec2:InstanceMetadataTags", "instances are no machines"),
            Map.entry("ec2:MetadataHttpEndpoint", "instances are no machines"),
            Map.entry("ec2:MetadataHttpPutResponseHopLimit", "instances are no machines"),
            Map.entry("ec2:MetadataHttpTokens", "instances are no machines"),
            Map.entry("ec2:PlacementGroup", "instances are no machines"),
            Map.entry("ec2:ProductCode", "instances are no machines"),
            Map.entry("ec2:RootDeviceType", "instances are no machines"),
            Map.entry("ec2:NewInstanceProfile", "instances do not keep their profile"),
            Map.entry("ec2:Owner", "nothing is known of images but their id"),
            Map.entry("ec2:Public", "nothing is known of images but their id"),
            Map.entry("ec2:VolumeSize", "no volumes"),
            Map.entry("ec2:VolumeType", "no volumes"));

    /** Rows that have no value. */
    private static final Set<String> NOT_THERE = Set.of(
            // Instances do not keep their profile.
            "AttachNetworkInterface instance ec2:InstanceProfile",
            "AssociateAddress instance ec2:InstanceProfile",
            "DetachNetworkInterface instance ec2:InstanceProfile",
            "ModifyNetworkInterfaceAttribute instance ec2:InstanceProfile",
            "StartInstances instance ec2:InstanceProfile",
            "StopInstances instance ec2:InstanceProfile",
            "TerminateInstances instance ec2:InstanceProfile",
            // Images and key pairs have no tags here.
            "RunInstances image aws:ResourceTag/${TagKey}",
            "RunInstances image ec2:ResourceTag/${TagKey}",
            "RunInstances key-pair aws:ResourceTag/${TagKey}",
            "RunInstances key-pair ec2:ResourceTag/${TagKey}",
            "CreateTags instance ec2:InstanceProfile",
            "DeleteTags instance ec2:InstanceProfile");

    /** Types of resources that are not emulated. */
    private static final Set<String> NO_SUCH_TYPE = Set.of(
            "ipam-pool",
            "ipv4pool-ec2",
            "ipv6pool-ec2",
            "vpn-gateway",
            "transit-gateway",
            "transit-gateway-attachment");

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
    void everyKeyOfTheTableIsInTheContextOfItsAction() {
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
                        // Only there when the tags come with the creation of something; see ChecksTest.
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

    /** What stands among the exceptions is really never there: otherwise the list would hide what works. */
    @Test
    void noKeyIsExcusedThatIsThere() {
        Set<String> excused = new HashSet<>();
        NEVER.keySet().forEach(key -> excused.add(key.toLowerCase(Locale.ROOT)));
        for (ActionDefinition action : registry.all(AwsService.EC2)) {
            ActionRule rule = table.find("ec2:" + action.name()).orElseThrow();
            contexts(action, rule)
                    .forEach((type, keys) ->
                            assertThat(keys).as(action.name() + " " + type).doesNotContainAnyElementsOf(excused));
        }
    }

    /** The names of the keys, in lower case, by type of resource, of the call's own action. */
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

    /** Somebody whose policies mention every key, so that all of them are found out. */
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
