package io.vpclocal.loadbalancer.balancer;

import static io.vpclocal.loadbalancer.resource.ElbParams.require;
import static io.vpclocal.loadbalancer.resource.ElbParams.requireAny;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbPages;
import io.vpclocal.loadbalancer.resource.ElbTags;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

@AwsController(AwsService.ELB)
class LoadBalancerController {

    private final LoadBalancerService service;
    private final LoadBalancerWire wire;
    private final ElbPages pages;

    LoadBalancerController(LoadBalancerService service, LoadBalancerWire wire, ElbPages pages) {
        this.service = service;
        this.wire = wire;
        this.pages = pages;
    }

    @AwsAction(missing = "source NAT prefixes, IPAM pools and Outposts")
    CreateLoadBalancerResponse createLoadBalancer(CreateLoadBalancerRequest request, Call call) {
        LoadBalancerService.Creation creation =
                service.create(call.scope(), LoadBalancerPlan.of(request), ElbTags.read(request.tags()));
        // AWS answers "provisioning" here. The next description shows the load balancer as active.
        LoadBalancerStateEnum state =
                creation.made() ? LoadBalancerStateEnum.PROVISIONING : LoadBalancerStateEnum.ACTIVE;
        return CreateLoadBalancerResponse.builder()
                .loadBalancers(wire.toWire(creation.loadBalancer(), state))
                .build();
    }

    @AwsAction
    DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest request, Call call) {
        List<LoadBalancerEntity> found = service.findAll(call.scope(), request.loadBalancerArns(), request.names());
        ElbPages.Page<LoadBalancerEntity> page =
                pages.page(call, found, LoadBalancerEntity::id, request.pageSize(), request.marker());
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(page.items().stream()
                        .map(each -> wire.toWire(each, LoadBalancerStateEnum.ACTIVE))
                        .toList())
                .nextMarker(page.nextMarker())
                .build();
    }

    @AwsAction
    DeleteLoadBalancerResponse deleteLoadBalancer(DeleteLoadBalancerRequest request, Call call) {
        service.delete(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        return DeleteLoadBalancerResponse.builder().build();
    }

    @AwsAction(missing = "source NAT prefixes")
    SetSubnetsResponse setSubnets(SetSubnetsRequest request, Call call) {
        if ("on".equals(request.enablePrefixForIpv6SourceNatAsString())) {
            throw CommonErrors.notHere("source NAT prefixes");
        }
        LoadBalancerEntity loadBalancer =
                service.lock(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        service.setSubnets(
                loadBalancer, RequestedSubnet.of(loadBalancer.type(), request.subnets(), request.subnetMappings()));
        if (request.ipAddressTypeAsString() != null) {
            service.setAddressType(loadBalancer, request.ipAddressTypeAsString());
        }
        return SetSubnetsResponse.builder()
                .availabilityZones(LoadBalancerWire.zones(loadBalancer))
                .ipAddressType(loadBalancer.ipAddressType())
                .enablePrefixForIpv6SourceNat(loadBalancer.ipv6SourceNat())
                .build();
    }

    @AwsAction
    SetSecurityGroupsResponse setSecurityGroups(SetSecurityGroupsRequest request, Call call) {
        String arn = require(request.loadBalancerArn(), "loadBalancerArn");
        LoadBalancerEntity loadBalancer = service.lock(call.scope(), arn);
        service.setGroups(loadBalancer, requireAny(request.securityGroups(), "securityGroups"));
        String enforce = request.enforceSecurityGroupInboundRulesOnPrivateLinkTrafficAsString();
        if (enforce != null) {
            if (loadBalancer.type() != LoadBalancerType.NETWORK) {
                throw ElbErrors.enforcementOfNetworkOnly();
            }
            loadBalancer.enforceOnPrivateLink(enforce);
        }
        return SetSecurityGroupsResponse.builder()
                .securityGroupIds(loadBalancer.groupIds())
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(loadBalancer.enforceOnPrivateLink())
                .build();
    }

    @AwsAction(missing = "the release of public IPv4 addresses by dualstack-without-public-ipv4")
    SetIpAddressTypeResponse setIpAddressType(SetIpAddressTypeRequest request, Call call) {
        String wanted = require(request.ipAddressTypeAsString(), "ipAddressType");
        LoadBalancerEntity loadBalancer =
                service.lock(call.scope(), require(request.loadBalancerArn(), "loadBalancerArn"));
        service.setAddressType(loadBalancer, wanted);
        return SetIpAddressTypeResponse.builder()
                .ipAddressType(loadBalancer.ipAddressType())
                .build();
    }
}
