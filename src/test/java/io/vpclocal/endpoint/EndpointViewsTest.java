package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.EndpointPolicies;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoint views for other modules. */
@EmulatorTest
class EndpointViewsTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EndpointViews views;

    private final String account = Aws.newAccount();
    private final Scope scope = new Scope(account, "us-east-1");

    @Test
    void viewsShowWhatTheDataPlaneNeeds() {
        Network network = new Network(aws.ec2(account));
        String table = network.routeTable();
        String subnet = network.subnet("us-east-1a");
        String gateway = network.gateway(S3, table).vpcEndpointId();
        VpcEndpoint kms = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(KMS)
                .privateDnsEnabled(true)
                .subnetIds(subnet));

        assertThat(views.all(scope)).extracting(EndpointView::id).containsExactly(gateway, kms.vpcEndpointId());
        assertThat(views.ofVpc(scope, network.vpc)).isEqualTo(views.all(scope));
        assertThat(views.ofVpc(new Scope(account, "eu-west-1"), network.vpc)).isEmpty();
        assertThat(views.find(scope, gateway)).hasValueSatisfying(view -> {
            assertThat(view.type()).isEqualTo(EndpointType.GATEWAY);
            assertThat(view.state()).isEqualTo(EndpointState.AVAILABLE);
            assertThat(view.routeTableIds()).containsExactly(table);
            assertThat(view.prefixListId()).isEqualTo("pl-63a5400a");
            assertThat(view.policyDocument()).isEqualTo(EndpointPolicies.GATEWAY_DEFAULT);
        });
        assertThat(views.find(scope, kms.vpcEndpointId())).hasValueSatisfying(view -> {
            assertThat(view.vpcId()).isEqualTo(network.vpc);
            assertThat(view.serviceName()).isEqualTo(KMS);
            assertThat(view.serviceOwner()).isEqualTo("amazon");
            assertThat(view.subnetIds()).containsExactly(subnet);
            assertThat(view.networkInterfaceIds()).isEqualTo(kms.networkInterfaceIds());
            assertThat(view.groupIds()).containsExactly(network.defaultGroup());
            assertThat(view.privateDnsEnabled()).isTrue();
            assertThat(view.privateNames()).contains("kms.us-east-1.amazonaws.com");
            assertThat(view.dnsNames()).hasSameSizeAs(kms.dnsEntries());
        });
    }
}
