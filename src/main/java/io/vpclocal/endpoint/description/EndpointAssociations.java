package io.vpclocal.endpoint.description;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.endpointservice.EndpointDnsNames;
import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import io.vpclocal.lattice.LatticeResources;
import io.vpclocal.lattice.LatticeView;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.VpcEndpointAssociation;

/**
 * DescribeVpcEndpointAssociations: the targets of resource endpoints and service network endpoints. A service network
 * has an association for each registered resource configuration.
 */
@Component
public class EndpointAssociations {

    private static final String ACCESSIBLE = "Accessible";

    private static final Describe<VpcEndpointAssociation> DESCRIBE = Describe.<VpcEndpointAssociation>filters()
            .filter("vpc-endpoint-id", VpcEndpointAssociation::vpcEndpointId)
            .filter("associated-resource-accessibility", VpcEndpointAssociation::associatedResourceAccessibility)
            .filter("association-id", VpcEndpointAssociation::id)
            .filter(
                    "associated-resource-id",
                    association -> List.of(
                            association.associatedResourceArn(), LatticeView.idOf(association.associatedResourceArn())))
            .filter("service-network-arn", VpcEndpointAssociation::serviceNetworkArn)
            .filter("resource-configuration-group-arn", VpcEndpointAssociation::resourceConfigurationGroupArn)
            .privateLink()
            .maxResults(MaxResults.validated(1, 100))
            .build();

    private final VpcEndpoints endpoints;
    private final LatticeResources lattice;
    private final Lifecycle lifecycle;
    private final Describer describer;

    EndpointAssociations(VpcEndpoints endpoints, LatticeResources lattice, Lifecycle lifecycle, Describer describer) {
        this.endpoints = endpoints;
        this.lattice = lattice;
        this.lifecycle = lifecycle;
        this.describer = describer;
    }

    public Page<VpcEndpointAssociation> describe(Scope scope, DescribeVpcEndpointAssociationsRequest request) {
        Set<String> wanted = new LinkedHashSet<>(request.vpcEndpointIds());
        EndpointDescriptions.requirePossible(request.vpcEndpointIds());
        requireExisting(scope, wanted);
        return describer.page(
                DESCRIBE,
                associations(scope, wanted),
                VpcEndpointAssociation::id,
                "DescribeVpcEndpointAssociations" + wanted,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    private void requireExisting(Scope scope, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        endpoints.existing(scope.account(), scope.region(), wanted).forEach(missing::remove);
        missing.stream().findFirst().ifPresent(id -> {
            throw EndpointIds.VPC_ENDPOINT.notFound(id);
        });
    }

    private List<VpcEndpointAssociation> associations(Scope scope, Set<String> wanted) {
        List<VpcEndpointEntity> some = endpoints.ofLattice(scope.account(), scope.region()).stream()
                .filter(endpoint -> wanted.isEmpty() || wanted.contains(endpoint.id()))
                .filter(endpoint -> lifecycle.state(endpoint) != EndpointState.DELETED)
                .toList();
        Map<String, LatticeView> targets = lattice.withArns(
                some.stream().map(VpcEndpointEntity::serviceName).collect(Collectors.toSet()));
        return some.stream()
                .flatMap(endpoint -> Stream.ofNullable(targets.get(endpoint.serviceName()))
                        .flatMap(target -> associations(endpoint, target)))
                .toList();
    }

    private static Stream<VpcEndpointAssociation> associations(VpcEndpointEntity endpoint, LatticeView target) {
        return endpoint.type() == EndpointType.RESOURCE
                ? Stream.of(association(endpoint, target.arn()).build())
                : target.resources().stream().map(arn -> association(endpoint, arn)
                        .serviceNetworkArn(target.arn())
                        .serviceNetworkName(target.name())
                        .build());
    }

    private static VpcEndpointAssociation.Builder association(VpcEndpointEntity endpoint, String resourceArn) {
        DnsName name =
                EndpointDnsNames.ofResource(endpoint.id(), LatticeView.idOf(resourceArn), endpoint.serviceRegion());
        return VpcEndpointAssociation.builder()
                .id(EndpointDnsNames.associationId(endpoint.id(), resourceArn))
                .vpcEndpointId(endpoint.id())
                .associatedResourceAccessibility(ACCESSIBLE)
                .associatedResourceArn(resourceArn)
                .dnsEntry(DnsEntry.builder()
                        .dnsName(name.name())
                        .hostedZoneId(name.hostedZoneId())
                        .build());
    }
}
