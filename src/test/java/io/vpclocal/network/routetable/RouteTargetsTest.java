package io.vpclocal.network.routetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Route target checks of the modules that own the targets. */
class RouteTargetsTest {

    private static final String BALANCER = "vpce-0000000000000000b";
    private static final String INTERFACE = "vpce-0000000000000000a";
    private static final String INSTANCE = "i-0123456789abcdef0";

    private final Scope scope = new Scope("123456789012", "us-east-1");
    private final RouteTableEntity table =
            new RouteTableEntity(scope, "rtb-0123456789abcdef0", Instant.EPOCH, "vpc-0123456789abcdef0");
    private final ResourceDirectory directory = mock(ResourceDirectory.class);
    private final RouteTargets targets = targets(new EndpointCheck());

    /** The text is that of another emulator. Beginning and end are the same as in AWS's text. */
    @Test
    void requireUsable_asksTheOwner() {
        assertThatThrownBy(() -> targets.requireUsable(table, new RouteTarget("VpcEndpointId", INTERFACE)))
                .hasMessage("Route table rtb-0123456789abcdef0 contains unsupported route target: " + INTERFACE
                        + ". VPC Endpoints of this type cannot be used as route targets.")
                .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
                .returns("RouteNotSupported", AwsException::code);
        assertThatCode(() -> targets.requireUsable(table, new RouteTarget("VpcEndpointId", BALANCER)))
                .doesNotThrowAnyException();
    }

    @Test
    void requireUsable_withoutCheckTheTargetMustExist() {
        RouteTarget instance = new RouteTarget("InstanceId", INSTANCE);
        assertThatThrownBy(() -> targets.requireUsable(table, instance))
                .asInstanceOf(InstanceOfAssertFactories.type(AwsException.class))
                .returns("InvalidInstanceID.NotFound", AwsException::code);
        when(directory.exists(scope, INSTANCE)).thenReturn(true);
        assertThatCode(() -> targets.requireUsable(table, instance)).doesNotThrowAnyException();
    }

    @Test
    void leading_collectsTheOwnersAnswers() {
        when(directory.existing(any(), any())).thenReturn(Set.of(INSTANCE));
        assertThat(targets.leading(scope, Set.of("local", INSTANCE, BALANCER, INTERFACE)))
                .containsExactlyInAnyOrder("local", INSTANCE, BALANCER);
    }

    private RouteTargets targets(RouteTargetCheck check) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("check", check);
        return new RouteTargets(beans.getBeanProvider(RouteTargetCheck.class), directory);
    }

    private static final class EndpointCheck implements RouteTargetCheck {

        @Override
        public String idPrefix() {
            return "vpce";
        }

        @Override
        public void requireUsable(RouteTableEntity table, String targetId) {
            if (!targetId.equals(BALANCER)) {
                throw RouteTargetCheck.notSupported(table, targetId);
            }
        }

        @Override
        public Set<String> leading(Scope scope, Collection<String> targetIds) {
            return Set.of(BALANCER);
        }
    }
}
