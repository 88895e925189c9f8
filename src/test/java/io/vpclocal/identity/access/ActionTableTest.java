package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TraitType;

@EmulatorTest
class ActionTableTest {

    @Autowired
    private ActionRegistry registry;

    @Autowired
    private ActionTable table;

    @Autowired
    private ModuleLookups modules;

    @ParameterizedTest
    @EnumSource
    void everyImplementedActionIsInTheTable(AwsService service) {
        assertThat(registry.all(service))
                .extracting(action -> service.signingName() + ":" + action.name())
                .allSatisfy(action -> assertThat(table.find(action)).as(action).isPresent());
    }

    /** Otherwise a policy that allows one resource would never allow the action. Modules resolve associations. */
    @Test
    void everyRequiredResourceIsNamedByAMember() {
        ServiceRequests requests = Objects.requireNonNull(ServiceRequests.read().get("ec2"));
        List<String> unnamed = new ArrayList<>();
        for (ActionDefinition action : registry.all(AwsService.EC2)) {
            Set<String> members = paths(action.requestType());
            for (ActionRule.Resource resource :
                    table.find("ec2:" + action.name()).orElseThrow().resources()) {
                boolean indirectly = !modules.of("ec2:" + action.name()).isEmpty();
                if (resource.required()
                        && !resource.created()
                        && !indirectly
                        && !named(requests, resource.type(), members)) {
                    unnamed.add(action.name() + " " + resource.type());
                }
            }
        }
        assertThat(unnamed).isEmpty();
    }

    /** These rows are copied by hand from AWS's Service Authorization Reference. */
    @ParameterizedTest
    @CsvSource({
        "ec2:CreateVpcEndpoint, vpc vpc-endpoint, route-table security-group subnet",
        "ec2:DescribeVpcEndpoints, '', ''",
        "ec2:DeleteFlowLogs, vpc-flow-log, ''",
        "ec2:TerminateInstances, instance, ''",
        "ec2:AttachInternetGateway, internet-gateway vpc, ''",
        "iam:CreateUser, user, ''",
        "logs:PutLogEvents, log-stream, ''",
        "sts:AssumeRole, role, ''"
    })
    void rowsSayWhatIsRequired(String action, String required, String optional) {
        List<ActionRule.Resource> resources = table.find(action).orElseThrow().resources();
        assertThat(resources.stream().filter(ActionRule.Resource::required).map(ActionRule.Resource::type))
                .containsExactlyInAnyOrderElementsOf(words(required));
        assertThat(resources.stream().filter(r -> !r.required()).map(ActionRule.Resource::type))
                .containsExactlyInAnyOrderElementsOf(words(optional));
    }

    private static boolean named(ServiceRequests requests, String type, Set<String> members) {
        ServiceRequests.Type known = requests.types().get(type);
        return known != null
                && (known.members().stream().anyMatch(members::contains)
                        || requests.any().stream().anyMatch(members::contains));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static Set<String> paths(Class<? extends SdkPojo> type) {
        Set<String> paths = new HashSet<>();
        collect(Models.newBuilder(type), "", paths, 0);
        return paths;
    }

    private static void collect(SdkPojo pojo, String prefix, Set<String> paths, int depth) {
        for (SdkField<?> field : pojo.sdkFields()) {
            paths.add(prefix + field.memberName());
            SdkField<?> element = field.containsTrait(ListTrait.class, TraitType.LIST_TRAIT)
                    ? field.getTrait(ListTrait.class, TraitType.LIST_TRAIT).memberFieldInfo()
                    : field;
            if (element.marshallingType() == MarshallingType.SDK_POJO && depth < 2) {
                collect(element.constructor().get(), prefix + field.memberName() + ".", paths, depth + 1);
            }
        }
    }
}
