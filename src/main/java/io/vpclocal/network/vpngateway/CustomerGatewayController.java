package io.vpclocal.network.vpngateway;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateCustomerGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateCustomerGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DeleteCustomerGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteCustomerGatewayResponse;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeCustomerGatewaysResponse;

@AwsController
class CustomerGatewayController {

    private static final Describe<CustomerGatewayEntity> DESCRIBE = Describe.<CustomerGatewayEntity>filters()
            .filter("bgp-asn", CustomerGatewayEntity::bgpAsn)
            .filter("customer-gateway-id", CustomerGatewayEntity::id)
            .filter("ip-address", CustomerGatewayEntity::ipAddress)
            .filter("state", CustomerGatewayEntity::state)
            .filter("type", gateway -> VpnGatewayWire.TYPE)
            .tags()
            .build();

    private final CustomerGatewayService gateways;
    private final Describer describer;
    private final TagStore tags;

    CustomerGatewayController(CustomerGatewayService gateways, Describer describer, TagStore tags) {
        this.gateways = gateways;
        this.describer = describer;
        this.tags = tags;
    }

    @AwsAction(tags = "customer-gateway", missing = "IPv6 addresses and the check that the certificate exists")
    CreateCustomerGatewayResponse createCustomerGateway(CreateCustomerGatewayRequest request, Call call) {
        VpnGatewayController.requireType(request.typeAsString());
        CustomerGatewayEntity made =
                gateways.create(call.scope(), CustomerDevice.of(request), request.tagSpecifications());
        return CreateCustomerGatewayResponse.builder()
                .customerGateway(VpnGatewayWire.toWire(made, tags.of(call.scope(), made.id())))
                .build();
    }

    @AwsAction
    DescribeCustomerGatewaysResponse describeCustomerGateways(DescribeCustomerGatewaysRequest request, Call call) {
        Page<CustomerGatewayEntity> page = describer.page(
                DESCRIBE,
                Visible.named(
                        CustomerGatewayService.KIND, gateways.visible(call.scope()), request.customerGatewayIds()),
                CustomerGatewayEntity::id,
                call.action(),
                call.scope(),
                request.filters(),
                null,
                null);
        return DescribeCustomerGatewaysResponse.builder()
                .customerGateways(page.map(VpnGatewayWire::toWire, CustomerGatewayEntity::id))
                .build();
    }

    @AwsAction
    DeleteCustomerGatewayResponse deleteCustomerGateway(DeleteCustomerGatewayRequest request, Call call) {
        gateways.delete(call.scope(), require(request.customerGatewayId(), "customerGatewayId"));
        return DeleteCustomerGatewayResponse.builder().build();
    }
}
