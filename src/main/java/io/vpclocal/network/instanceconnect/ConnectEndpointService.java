package io.vpclocal.network.instanceconnect;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateInstanceConnectEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceConnectEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceConnectEndpointRequest;

/** The rules of EC2 Instance Connect Endpoints. They are created and deleted before the next call. */
@Service
class ConnectEndpointService {

    static final ResourceKind KIND = new ResourceKind(
            "instance-connect-endpoint", "eice", "instanceConnectEndpoint", "InvalidInstanceConnectEndpointId");

    private static final Describe<ConnectEndpointEntity> DESCRIBE = Describe.<ConnectEndpointEntity>filters()
            .column("instance-connect-endpoint-id", "resourceId", ConnectEndpointEntity::id)
            .column("subnet-id", "subnetId", ConnectEndpointEntity::subnetId)
            .column("vpc-id", "vpcId", ConnectEndpointEntity::vpcId)
            .filter("state", endpoint -> ConnectEndpointWire.COMPLETE)
            .tags()
            .maxResults(MaxResults.validated(1, 50))
            .build();

    /** UNVERIFIED: the account that AWS shows as the requester. */
    private static final String REQUESTER = "amazon-aws";

    private final ConnectEndpoints endpoints;
    private final NetworkInterfaces interfaces;
    private final SubnetService subnets;
    private final Describer describer;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    ConnectEndpointService(
            ConnectEndpoints endpoints,
            NetworkInterfaces interfaces,
            SubnetService subnets,
            Describer describer,
            TagStore tags,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.endpoints = endpoints;
        this.interfaces = interfaces;
        this.subnets = subnets;
        this.describer = describer;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<ConnectEndpointEntity> find(Scope scope, String id) {
        return endpoints.find(scope, id);
    }

    /** The network interface of an endpoint. */
    NetworkInterfaceEntity interfaceOf(ConnectEndpointEntity endpoint) {
        return interfaces.require(endpoint.scope(), endpoint.interfaceId());
    }

    ConnectEndpointEntity create(Scope scope, CreateInstanceConnectEndpointRequest request) {
        SubnetEntity subnet = subnets.lock(scope, request.subnetId());
        if (endpoints.countInVpc(scope.account(), scope.region(), subnet.vpcId()) >= ConnectEndpointLimits.PER_VPC) {
            throw ConnectEndpointErrors.vpcHasEndpoint(subnet.vpcId());
        }
        quotas.requireRoom(
                () -> endpoints.count(scope),
                ConnectEndpointLimits.PER_REGION,
                "InstanceConnectEndpointLimitExceeded",
                "The maximum number of EC2 Instance Connect Endpoints has been reached.");
        String id = ids.next(KIND.prefix());
        Families families = families(request, subnet);
        NetworkInterfaceEntity on = interfaces.create(
                scope,
                InterfacePlan.in(subnet.id())
                        .type("ec2_instance_connect_endpoint")
                        .description("EC2 Instance Connect Endpoint Interface " + id)
                        .managed(REQUESTER, id)
                        .groups(request.securityGroupIds())
                        .addresses(families, null, null));
        ConnectEndpointEntity made = endpoints.save(new ConnectEndpointEntity(
                on, id, clock.instant(), families.name().toLowerCase(Locale.ROOT), ids.hex(8)));
        made.preserveClientIp(isTrue(request.preserveClientIp()));
        tags.create(scope, KIND, id, request.tagSpecifications());
        return made;
    }

    Page<ConnectEndpointEntity> describe(Scope scope, DescribeInstanceConnectEndpointsRequest request) {
        return describer.page(
                DESCRIBE,
                ConnectEndpointEntity.class,
                KIND,
                scope,
                request.instanceConnectEndpointIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    void modify(Scope scope, String id, ModifyInstanceConnectEndpointRequest request) {
        ConnectEndpointEntity found = lock(scope, id);
        if (request.ipAddressType() != null && !found.ipAddressType().equals(request.ipAddressTypeAsString())) {
            throw ConnectEndpointErrors.addressTypeStays();
        }
        if (request.preserveClientIp() != null) {
            found.preserveClientIp(request.preserveClientIp());
        }
        if (!request.securityGroupIds().isEmpty()) {
            interfaces.changeGroups(scope, found.interfaceId(), request.securityGroupIds());
        }
    }

    /** Deletes an endpoint with its interface; its tags stay until the answer is written. */
    ConnectEndpointEntity delete(Scope scope, String id) {
        ConnectEndpointEntity found = lock(scope, id);
        endpoints.delete(found);
        interfaces.delete(scope, found.interfaceId());
        return found;
    }

    private ConnectEndpointEntity lock(Scope scope, String id) {
        String subnetId =
                endpoints.subnetIdOf(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        subnets.lock(scope, subnetId);
        return endpoints.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** The requested address type, or the type of the subnet (EC2 API Reference). */
    private static Families families(CreateInstanceConnectEndpointRequest request, SubnetEntity subnet) {
        if (request.ipAddressType() == null) {
            return subnet.ipv6Native()
                    ? Families.IPV6
                    : subnet.ipv6Cidr().isPresent() ? Families.DUALSTACK : Families.IPV4;
        }
        return switch (request.ipAddressType()) {
            case IPV4 -> Families.IPV4;
            case DUALSTACK -> Families.DUALSTACK;
            case IPV6 -> Families.IPV6;
            case UNKNOWN_TO_SDK_VERSION ->
                throw Ec2Errors.invalidValue(
                        "ipAddressType", request.ipAddressTypeAsString(), "Expecting ipv4, dualstack, or ipv6.");
        };
    }
}
