package io.vpclocal.endpoint.action;

import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.endpoint.description.EndpointAssociations;
import io.vpclocal.endpoint.description.EndpointDescriptions;
import io.vpclocal.endpoint.description.EndpointDescriptions.Described;
import io.vpclocal.endpoint.description.VpcEndpointWire;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpointAssociation;

@AwsController
class VpcEndpointController {

    private final VpcEndpointService endpoints;
    private final EndpointDeletion deletion;
    private final EndpointDescriptions descriptions;
    private final EndpointAssociations associations;
    private final Lifecycle lifecycle;
    private final TagStore tags;

    VpcEndpointController(
            VpcEndpointService endpoints,
            EndpointDeletion deletion,
            EndpointDescriptions descriptions,
            EndpointAssociations associations,
            Lifecycle lifecycle,
            TagStore tags) {
        this.endpoints = endpoints;
        this.deletion = deletion;
        this.descriptions = descriptions;
        this.associations = associations;
        this.lifecycle = lifecycle;
        this.tags = tags;
    }

    @AwsAction(
            tags = "vpc-endpoint",
            missing = "VPC Lattice (the targets of Resource and ServiceNetwork endpoints are registered"
                    + " through the control API) and address prefixes of service networks")
    CreateVpcEndpointResponse createVpcEndpoint(CreateVpcEndpointRequest request, Call call) {
        VpcEndpointEntity endpoint = endpoints.create(call, request);
        List<String> tables =
                descriptions.routeTables(call.scope(), List.of(endpoint)).getOrDefault(endpoint.id(), List.of());
        return CreateVpcEndpointResponse.builder()
                .vpcEndpoint(VpcEndpointWire.toWire(
                        endpoint, lifecycle.created(endpoint), tables, tags.of(call.scope(), endpoint.id())))
                .build();
    }

    @AwsAction
    ModifyVpcEndpointResponse modifyVpcEndpoint(ModifyVpcEndpointRequest request, Call call) {
        endpoints.modify(call, request);
        return ModifyVpcEndpointResponse.builder().returnValue(true).build();
    }

    @AwsAction
    DeleteVpcEndpointsResponse deleteVpcEndpoints(DeleteVpcEndpointsRequest request, Call call) {
        return DeleteVpcEndpointsResponse.builder()
                .unsuccessful(deletion.delete(call.scope(), requireAny(request.vpcEndpointIds(), "VpcEndpointId")))
                .build();
    }

    @AwsAction
    DescribeVpcEndpointsResponse describeVpcEndpoints(DescribeVpcEndpointsRequest request, Call call) {
        Described described = descriptions.describe(call.scope(), request);
        return DescribeVpcEndpointsResponse.builder()
                .vpcEndpoints(described.endpoints())
                .nextToken(described.page().nextToken())
                .build();
    }

    @AwsAction(missing = "inaccessible resources and private DNS entries")
    DescribeVpcEndpointAssociationsResponse describeVpcEndpointAssociations(
            DescribeVpcEndpointAssociationsRequest request, Call call) {
        Page<VpcEndpointAssociation> page = associations.describe(call.scope(), request);
        return DescribeVpcEndpointAssociationsResponse.builder()
                .vpcEndpointAssociations(page.items())
                .nextToken(page.nextToken())
                .build();
    }
}
