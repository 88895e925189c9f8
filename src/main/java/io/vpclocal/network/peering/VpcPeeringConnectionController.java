package io.vpclocal.network.peering;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AcceptVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.AcceptVpcPeeringConnectionResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcPeeringConnectionResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcPeeringConnectionResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcPeeringConnectionOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcPeeringConnectionOptionsResponse;
import software.amazon.awssdk.services.ec2.model.PeeringConnectionOptionsRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcPeeringConnectionRequest;
import software.amazon.awssdk.services.ec2.model.RejectVpcPeeringConnectionResponse;

@AwsController
class VpcPeeringConnectionController {

    private static final String ID = "vpcPeeringConnectionId";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final VpcPeeringConnectionService connections;
    private final VpcPeeringConnectionDescriptions descriptions;
    private final Regions regions;
    private final TagStore tags;

    VpcPeeringConnectionController(
            VpcPeeringConnectionService connections,
            VpcPeeringConnectionDescriptions descriptions,
            Regions regions,
            TagStore tags) {
        this.connections = connections;
        this.descriptions = descriptions;
        this.regions = regions;
        this.tags = tags;
    }

    @AwsAction(tags = "vpc-peering-connection")
    CreateVpcPeeringConnectionResponse createVpcPeeringConnection(
            CreateVpcPeeringConnectionRequest request, Call call) {
        PeeredVpc requester = new PeeredVpc(call.scope(), require(request.vpcId(), "vpcId"));
        require(request.peerVpcId(), "peerVpcId");
        PeeredVpc accepter = accepter(call.scope(), request);
        requirePossible(call.scope(), accepter.scope());
        VpcPeeringConnectionEntity made = connections.create(requester, accepter, request.tagSpecifications());
        return CreateVpcPeeringConnectionResponse.builder()
                .vpcPeeringConnection(
                        descriptions.toWire(made, PeeringState.INITIATING_REQUEST, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeVpcPeeringConnectionsResponse describeVpcPeeringConnections(
            DescribeVpcPeeringConnectionsRequest request, Call call) {
        Page<VpcPeeringConnectionEntity> page = descriptions.describe(call.scope(), request);
        return DescribeVpcPeeringConnectionsResponse.builder()
                .vpcPeeringConnections(page.map(descriptions::toWire, VpcPeeringConnectionEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    AcceptVpcPeeringConnectionResponse acceptVpcPeeringConnection(
            AcceptVpcPeeringConnectionRequest request, Call call) {
        VpcPeeringConnectionEntity accepted =
                connections.accept(call.scope(), require(request.vpcPeeringConnectionId(), ID));
        return AcceptVpcPeeringConnectionResponse.builder()
                .vpcPeeringConnection(
                        descriptions.toWire(accepted, PeeringState.PROVISIONING, tags.of(call.scope(), accepted.id())))
                .build();
    }

    @AwsAction
    RejectVpcPeeringConnectionResponse rejectVpcPeeringConnection(
            RejectVpcPeeringConnectionRequest request, Call call) {
        connections.reject(call.scope(), require(request.vpcPeeringConnectionId(), ID));
        return RejectVpcPeeringConnectionResponse.builder().returnValue(true).build();
    }

    @AwsAction
    DeleteVpcPeeringConnectionResponse deleteVpcPeeringConnection(
            DeleteVpcPeeringConnectionRequest request, Call call) {
        connections.delete(call.scope(), require(request.vpcPeeringConnectionId(), ID));
        return DeleteVpcPeeringConnectionResponse.builder().returnValue(true).build();
    }

    @AwsAction(missing = "ClassicLink (AWS has retired it)")
    ModifyVpcPeeringConnectionOptionsResponse modifyVpcPeeringConnectionOptions(
            ModifyVpcPeeringConnectionOptionsRequest request, Call call) {
        String id = require(request.vpcPeeringConnectionId(), ID);
        PeeringConnectionOptionsRequest requester = request.requesterPeeringConnectionOptions();
        PeeringConnectionOptionsRequest accepter = request.accepterPeeringConnectionOptions();
        if (requester == null && accepter == null) {
            throw PeeringErrors.noOptions();
        }
        refuseClassicLink(requester);
        refuseClassicLink(accepter);
        VpcPeeringConnectionEntity changed =
                connections.modify(call.scope(), id, new PeeringOptions(dns(requester), dns(accepter)));
        return ModifyVpcPeeringConnectionOptionsResponse.builder()
                .requesterPeeringConnectionOptions(
                        requester == null ? null : VpcPeeringConnectionWire.options(changed.requesterDns()))
                .accepterPeeringConnectionOptions(
                        accepter == null ? null : VpcPeeringConnectionWire.options(changed.accepterDns()))
                .build();
    }

    /** The accepter VPC of a request. Account and Region default to the caller's. */
    static PeeredVpc accepter(Scope scope, CreateVpcPeeringConnectionRequest request) {
        Scope of =
                new Scope(given(request.peerOwnerId(), scope.account()), given(request.peerRegion(), scope.region()));
        return new PeeredVpc(of, request.peerVpcId());
    }

    private void requirePossible(Scope scope, Scope accepter) {
        if (!ACCOUNT.matcher(accepter.account()).matches()) {
            throw PeeringErrors.badOwner(accepter.account());
        }
        if (regions.find(accepter.region()).isEmpty() || !accepter.partition().equals(scope.partition())) {
            throw PeeringErrors.badRegion(accepter.region());
        }
    }

    private static void refuseClassicLink(@Nullable PeeringConnectionOptionsRequest options) {
        if (options != null
                && (Params.isTrue(options.allowEgressFromLocalClassicLinkToRemoteVpc())
                        || Params.isTrue(options.allowEgressFromLocalVpcToRemoteClassicLink()))) {
            throw CommonErrors.notHere("ClassicLink");
        }
    }

    /** The default of an omitted option. AWS's clients always send it. */
    private static @Nullable Boolean dns(@Nullable PeeringConnectionOptionsRequest options) {
        return options == null ? null : Params.isTrue(options.allowDnsResolutionFromRemoteVpc());
    }

    private static String given(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
