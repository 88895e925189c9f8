package io.vpclocal.protocol.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.FurtherActions;
import java.lang.reflect.Method;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import software.amazon.awssdk.services.ec2.model.DescribeHostsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeHostsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeIpamsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeIpamsResponse;

/** A controller's action replaces a further action of the same name. */
class FurtherActionsTest {

    @AwsController
    static class Hosts {

        @AwsAction
        DescribeHostsResponse describeHosts(DescribeHostsRequest request) {
            return DescribeHostsResponse.builder().build();
        }
    }

    /** The names of two actions, of which a controller has one. */
    private record Two() implements FurtherActions {

        @Override
        public Set<String> names(AwsService service) {
            return service == AwsService.EC2 ? Set.of("DescribeHosts", "DescribeIpams") : Set.of();
        }

        @Override
        public ActionDefinition define(AwsService service, String name) {
            Method method = Hosts.class.getDeclaredMethods()[0];
            return new ActionDefinition(
                    service,
                    name,
                    "further",
                    DescribeIpamsRequest.class,
                    DescribeIpamsResponse.class,
                    Set.of(),
                    "",
                    Object::new,
                    method);
        }
    }

    @Test
    void aControllersActionWins() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerBeanDefinition(
                "controller",
                BeanDefinitionBuilder.genericBeanDefinition(Hosts.class).getBeanDefinition());
        beans.registerSingleton("two", new Two());
        ActionRegistry registry = new ActionRegistry(beans);

        assertThat(registry.find(AwsService.EC2, "DescribeHosts").orElseThrow().module())
                .isNotEqualTo("further");
        assertThat(registry.find(AwsService.EC2, "DescribeIpams").orElseThrow().module())
                .isEqualTo("further");
        assertThat(registry.find(AwsService.EC2, "DescribeFleets")).isEmpty();
        assertThat(registry.find(AwsService.IAM, "DescribeHosts")).isEmpty();
        assertThat(registry.further(AwsService.EC2))
                .extracting(ActionDefinition::name)
                .containsExactly("DescribeIpams");
    }
}
