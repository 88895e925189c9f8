package io.vpclocal.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reviews which actions answer an empty list. */
@EmulatorTest
class EmptyListsReviewTest {

    private static final Pattern VERB = Pattern.compile("(Describe|List)[A-Z].*");
    private static final Set<String> OF_PAGES = Set.of("nexttoken", "marker", "nextmarker", "istruncated");

    /** Lists that would say something here or hold AWS's own data, so that an empty answer would be wrong. */
    private static final Map<AwsService, Set<String>> NOT_EMPTY = Map.of(
            AwsService.EC2,
            Set.of(
                    // AWS's offers, prices and settings
                    "DescribeCapacityBlockOfferings",
                    "DescribeCapacityBlockExtensionOfferings",
                    "DescribeHostReservationOfferings",
                    "DescribeIdentityIdFormat",
                    "DescribeIdFormat",
                    "DescribeImages",
                    "DescribeInstanceTypeOfferings",
                    "DescribeInstanceTypes",
                    "DescribePrincipalIdFormat",
                    "DescribeReservedInstancesOfferings",
                    "DescribeScheduledInstanceAvailability",
                    "DescribeSpotPriceHistory",
                    // instances, their volumes and VPCs exist here
                    "DescribeInstanceCreditSpecifications",
                    "DescribeInstanceImageMetadata",
                    "DescribeInstanceStatus",
                    "DescribeInstanceTopology",
                    "DescribeVolumeStatus",
                    "DescribeVpcClassicLink",
                    "DescribeVpcClassicLinkDnsSupport",
                    // lists about one resource, whose parameter is required
                    "DescribeCapacityReservationBillingRequests",
                    "DescribeClientVpnAuthorizationRules",
                    "DescribeClientVpnConnections",
                    "DescribeClientVpnRoutes",
                    "DescribeClientVpnTargetNetworks",
                    "DescribeImageReferences"),
            AwsService.IAM,
            Set.of(
                    "ListMFADeviceTags",
                    "ListOpenIDConnectProviderTags",
                    "ListPoliciesGrantingServiceAccess",
                    "ListSAMLProviderTags",
                    "ListServerCertificateTags"),
            AwsService.STS,
            Set.of(),
            AwsService.LOGS,
            Set.of(
                    "DescribeAccountPolicies",
                    "DescribeConfigurationTemplates",
                    "DescribeFieldIndexes",
                    "DescribeIndexPolicies",
                    "ListAggregateLogGroupSummaries",
                    "ListLogGroupsForQuery",
                    "ListSourcesForS3TableIntegration"),
            AwsService.ELB,
            Set.of(
                    "DescribeListenerCertificates",
                    "DescribeRules",
                    "DescribeSSLPolicies",
                    "DescribeTrustStoreAssociations",
                    "DescribeTrustStoreRevocations"));

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    /** Reviewed: an action that only lists is in the table, or in the list of those that are not empty. */
    @Test
    void noActionIsForgotten() {
        Set<String> forgotten = new TreeSet<>();
        for (AwsService service : AwsService.values()) {
            Models.operations(service.client()).forEach((name, request) -> {
                if (VERB.matcher(name).matches() && listsOnly(request) && !known(service, name)) {
                    forgotten.add(service.signingName() + " " + name);
                }
            });
        }
        assertThat(forgotten).isEmpty();
    }

    private boolean known(AwsService service, String name) {
        return Stream.of(
                        registry.all(service).stream().map(ActionDefinition::name),
                        registry.further(service).stream().map(ActionDefinition::name),
                        NOT_EMPTY.getOrDefault(service, Set.of()).stream())
                .flatMap(names -> names)
                .anyMatch(name::equalsIgnoreCase);
    }

    private static boolean listsOnly(Class<? extends SdkPojo> request) {
        try {
            Class<?> response = Class.forName(request.getName().replaceAll("Request$", "Response"));
            List<SdkField<?>> fields = Models.newBuilder(response.asSubclass(SdkPojo.class)).sdkFields().stream()
                    .filter(field -> !OF_PAGES.contains(field.memberName().toLowerCase(Locale.ROOT)))
                    .toList();
            return !fields.isEmpty() && fields.stream().allMatch(f -> f.marshallingType() == MarshallingType.LIST);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTableHasOnlyActionsThatList(AwsService service) {
        assertThat(EmptyListTable.read().names(service))
                .allMatch(name -> VERB.matcher(name).matches() || name.startsWith("Get"));
        assertThat(registry.further(service))
                .as("lines without a controller that replaces them")
                .extracting(ActionDefinition::name)
                .containsExactlyInAnyOrderElementsOf(EmptyListTable.read().names(service));
        registry.further(service).forEach(action -> assertThat(listsOnly(action.requestType()))
                .as(action.name())
                .isTrue());
    }

    /** Swagger UI shows them in groups of their own, without a written line for each. */
    @Test
    void theApiDocumentHasThem() throws Exception {
        JsonNode api = new JsonMapper()
                .readTree(RawHttp.send(RawHttp.request(aws.endpoint(), "/v3/api-docs"))
                        .body());
        JsonNode gateways =
                api.path("paths").path("/ec2/DescribeTransitGatewayConnects").path("post");
        assertThat(gateways.path("tags").path(0).asString()).isEqualTo("EC2: always empty");
        assertThat(gateways.path("summary").asString()).isEqualTo("Lists no transit gateway connects.");
        assertThat(api.path("tags"))
                .filteredOn(tag -> tag.path("name").asString().endsWith(": always empty"))
                .hasSizeBetween(2, AwsService.values().length);
    }
}
