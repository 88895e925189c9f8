package io.vpclocal.network.address;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.OnlyInterface;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.region.BorderGroups;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.AllocateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AllocateAddressResponse;
import software.amazon.awssdk.services.ec2.model.AssociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.AssociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateAddressResponse;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressRequest;
import software.amazon.awssdk.services.ec2.model.ReleaseAddressResponse;

@AwsController
class ElasticIpController {

    private static final ResourceKind INSTANCE = new ResourceKind("instance", "i", "instance", "InvalidInstanceID");

    private static final Pattern POOLS = Pattern.compile("amazon|ipv4pool-(ec2|coip)-([0-9a-f]{8}|[0-9a-f]{17})");

    private final ElasticIpService addresses;
    private final ElasticIpDescriptions descriptions;
    private final OnlyInterface interfaces;

    ElasticIpController(ElasticIpService addresses, ElasticIpDescriptions descriptions, OnlyInterface interfaces) {
        this.addresses = addresses;
        this.descriptions = descriptions;
        this.interfaces = interfaces;
    }

    @AwsAction(tags = "elastic-ip", missing = "address pools, IPAM, Outposts and recovering a released address")
    AllocateAddressResponse allocateAddress(AllocateAddressRequest request, Call call) {
        String pool = given(request.publicIpv4Pool());
        String address = given(request.address());
        if (pool != null && address != null) {
            throw ElasticIpErrors.poolAndAddress();
        }
        if (pool != null && !POOLS.matcher(pool).matches()) {
            throw ElasticIpErrors.malformedPool(pool);
        }
        if (pool != null && !pool.equals("amazon")
                || given(request.ipamPoolId()) != null
                || given(request.customerOwnedIpv4Pool()) != null) {
            throw CommonErrors.notHere("address pools");
        }
        if (address != null) {
            throw ElasticIpErrors.notAvailable(address);
        }
        BorderGroups.require(request.networkBorderGroup(), call.scope());
        ElasticIpEntity made = addresses.allocate(call.scope(), request.tagSpecifications());
        return AllocateAddressResponse.builder()
                .allocationId(made.id())
                .publicIp(made.publicIp())
                .domain("vpc")
                .publicIpv4Pool("amazon")
                .networkBorderGroup(made.region())
                .build();
    }

    @AwsAction
    DescribeAddressesResponse describeAddresses(DescribeAddressesRequest request, Call call) {
        return descriptions.describe(call.scope(), request);
    }

    @AwsAction
    DescribeAddressesAttributeResponse describeAddressesAttribute(
            DescribeAddressesAttributeRequest request, Call call) {
        return descriptions.describeAttribute(call.scope(), request);
    }

    @AwsAction
    AssociateAddressResponse associateAddress(AssociateAddressRequest request, Call call) {
        Scope scope = call.scope();
        if (request.allocationId() == null && request.publicIp() == null) {
            throw ElasticIpErrors.noAddress();
        }
        if (request.allocationId() != null && request.publicIp() != null) {
            throw ElasticIpErrors.publicIpAnd("allocation");
        }
        if (request.networkInterfaceId() == null && request.instanceId() == null) {
            throw ElasticIpErrors.noTarget();
        }
        String allocationId = request.allocationId() == null
                ? addresses.byPublicIp(scope, request.publicIp()).id()
                : addresses.require(scope, request.allocationId()).id();
        String interfaceId = request.networkInterfaceId() == null
                ? interfaceOf(scope, request.instanceId())
                : request.networkInterfaceId();
        String associationId =
                addresses.associate(scope, allocationId, interfaceId, request.privateIpAddress(), mayMove(request));
        return AssociateAddressResponse.builder().associationId(associationId).build();
    }

    @AwsAction
    DisassociateAddressResponse disassociateAddress(DisassociateAddressRequest request, Call call) {
        Scope scope = call.scope();
        if (request.associationId() != null && request.publicIp() != null) {
            throw ElasticIpErrors.publicIpAnd("association");
        }
        if (request.associationId() != null) {
            addresses.disassociate(scope, request.associationId());
        } else if (request.publicIp() != null) {
            ElasticIpEntity address = addresses.byPublicIp(scope, request.publicIp());
            String associationId = addresses
                    .target(address.id())
                    .flatMap(target -> target.association().map(PublicAssociation::associationId))
                    .orElseThrow(() -> ElasticIpErrors.notAssociated(address.publicIp()));
            addresses.disassociate(scope, associationId);
        } else {
            throw ElasticIpErrors.noAssociation();
        }
        return DisassociateAddressResponse.builder().build();
    }

    @AwsAction
    ReleaseAddressResponse releaseAddress(ReleaseAddressRequest request, Call call) {
        if (request.allocationId() == null && request.publicIp() == null) {
            throw ElasticIpErrors.noAddress();
        }
        if (request.allocationId() != null && request.publicIp() != null) {
            throw ElasticIpErrors.publicIpAnd("allocation");
        }
        BorderGroups.require(request.networkBorderGroup(), call.scope());
        if (request.allocationId() == null) {
            addresses.byPublicIp(call.scope(), request.publicIp());
            throw ElasticIpErrors.releasedByPublicIp();
        }
        addresses.release(call.scope(), request.allocationId());
        return ReleaseAddressResponse.builder().build();
    }

    private String interfaceOf(Scope scope, String instanceId) {
        return interfaces
                .of(scope, instanceId)
                .map(NetworkInterfaceEntity::id)
                .orElseThrow(() -> INSTANCE.missing(instanceId));
    }

    /** Requests with a public IP follow EC2-Classic: they replace an existing association. */
    private static boolean mayMove(AssociateAddressRequest request) {
        return request.allowReassociation() == null ? request.publicIp() != null : isTrue(request.allowReassociation());
    }
}
