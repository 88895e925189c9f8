package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.identity.caller.IdentityProperties;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.DecisionListener;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;

/** The modes for calls that policies do not allow. The settings are the emulator's own. */
@EmulatorTest
class ModeTest {

    @Autowired
    private ActionTable table;

    @Autowired
    private Checks checks;

    @Autowired
    private Denials denials;

    @Autowired
    private SessionRules sessions;

    private final List<AccessDecision> decisions = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"ENFORCE, UnauthorizedOperation, 1", "AUDIT, '', 1", "OFF, '', 0"})
    void modesDecideWhatADenialDoes(IdentityProperties.Mode mode, String code, int told) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("listener", (DecisionListener) (call, decision) -> decisions.add(decision));
        PolicyAuthorizer authorizer = new PolicyAuthorizer(
                table,
                checks,
                denials,
                sessions,
                beans.getBeanProvider(DecisionListener.class),
                new IdentityProperties(mode, true));
        Call call = TestCalls.call("ec2:DescribeVpcs");
        SdkPojo request = DescribeVpcsRequest.builder().build();
        if (code.isEmpty()) {
            authorizer.authorize(call, request);
        } else {
            assertThatThrownBy(() -> authorizer.authorize(call, request))
                    .isInstanceOfSatisfying(
                            AwsException.class, e -> assertThat(e.code()).isEqualTo(code));
        }
        assertThat(decisions).hasSize(told).allSatisfy(decision -> {
            assertThat(decision.allowed()).isFalse();
            assertThat(decision.action()).isEqualTo("ec2:DescribeVpcs");
            assertThat(decision.reason())
                    .isEqualTo("because no identity-based policy allows the ec2:DescribeVpcs action");
        });
    }

    /** Otherwise an action without a rule would be open to every user. */
    @Test
    void actionsWithoutARuleAreRefused() {
        PolicyAuthorizer authorizer = new PolicyAuthorizer(
                table,
                checks,
                denials,
                sessions,
                new StaticListableBeanFactory().getBeanProvider(DecisionListener.class),
                new IdentityProperties(IdentityProperties.Mode.ENFORCE, true));
        assertThatThrownBy(() -> authorizer.authorize(
                        TestCalls.call("ec2:InventedAction"),
                        DescribeVpcsRequest.builder().build()))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("ec2:InventedAction");
    }
}
