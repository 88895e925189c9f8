package io.vpclocal.network.networkacl;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclAssociationResponse;

@AwsController
class NetworkAclController {

    private final NetworkAclService acls;
    private final NetworkAclDescriptions descriptions;
    private final ClientTokens clientTokens;
    private final TagStore tags;

    NetworkAclController(
            NetworkAclService acls, NetworkAclDescriptions descriptions, ClientTokens clientTokens, TagStore tags) {
        this.acls = acls;
        this.descriptions = descriptions;
        this.clientTokens = clientTokens;
        this.tags = tags;
    }

    @AwsAction(tags = "network-acl")
    CreateNetworkAclResponse createNetworkAcl(CreateNetworkAclRequest request, Call call) {
        String vpcId = require(request.vpcId(), "vpcId");
        NetworkAclEntity acl = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> acls.find(call.scope(), id),
                () -> acls.create(call.scope(), vpcId, request.tagSpecifications()));
        return CreateNetworkAclResponse.builder()
                .networkAcl(NetworkAclWire.toWire(acl, tags.of(call.scope(), acl.id())))
                .clientToken(request.clientToken())
                .build();
    }

    @AwsAction
    DescribeNetworkAclsResponse describeNetworkAcls(DescribeNetworkAclsRequest request, Call call) {
        Page<NetworkAclEntity> page = descriptions.describe(call.scope(), request);
        return DescribeNetworkAclsResponse.builder()
                .networkAcls(page.map(NetworkAclWire::toWire, NetworkAclEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteNetworkAclResponse deleteNetworkAcl(DeleteNetworkAclRequest request, Call call) {
        acls.delete(call.scope(), require(request.networkAclId(), "networkAclId"));
        return DeleteNetworkAclResponse.builder().build();
    }

    @AwsAction
    ReplaceNetworkAclAssociationResponse replaceNetworkAclAssociation(
            ReplaceNetworkAclAssociationRequest request, Call call) {
        NetworkAclAssociationEntity association = acls.replaceAssociation(
                call.scope(),
                require(request.associationId(), "associationId"),
                require(request.networkAclId(), "networkAclId"));
        return ReplaceNetworkAclAssociationResponse.builder()
                .newAssociationId(association.associationId())
                .build();
    }
}
