package io.vpclocal.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;

/**
 * Parameters of IAM, STS and load balancing that do not have the form of their type. Code and texts: reported by users
 * of other query services of AWS. UNVERIFIED: that a list without {@code member} and one with an invalid index get the
 * text of a list that ends too early. UNVERIFIED: that index 0 is accepted.
 */
class MalformedParametersTest {

    private static final String LIST = "Unexpected list element termination";
    private static final String STRUCTURE = "Unexpected complex element termination";
    private static final String SCALAR = "Start of list found where not expected";
    private static final String TOP = "Top level element may not be treated as a list";

    static Stream<Arguments> actions() {
        return Stream.of(AwsService.IAM, AwsService.STS, AwsService.ELB)
                .flatMap(service -> Models.allOperations(service.client()).entrySet().stream()
                        .map(action -> Arguments.of(service, action.getKey(), action.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("actions")
    void noParameterOfTheWrongFormIsIgnored(AwsService service, String action, Class<? extends SdkPojo> type) {
        for (SdkField<?> field : Models.newBuilder(type).sdkFields()) {
            String name = field.locationName();
            assertThat(refused(service, type, name + ".1=x")).isEqualTo(TOP);
            if (field.marshallingType() == MarshallingType.LIST) {
                for (String form : new String[] {
                    "=x", ".member=x", ".member.-1=x", ".member.abc=x", ".member.1234567890=x", ".other.1=x"
                }) {
                    assertThat(refused(service, type, name + form)).as(form).isEqualTo(LIST);
                }
                SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
                boolean structure = element.marshallingType() == MarshallingType.SDK_POJO;
                String inside = structure ? "=x" : ".x=y";
                assertThat(refused(service, type, name + ".member.1" + inside))
                        .isEqualTo(structure ? STRUCTURE : SCALAR);
            } else if (field.marshallingType() == MarshallingType.SDK_POJO) {
                assertThat(refused(service, type, name + "=x")).isEqualTo(STRUCTURE);
            } else {
                assertThat(refused(service, type, name + ".x=y")).isEqualTo(SCALAR);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certificates=",
                "Certificates.member=",
                "Certificates.member.1=",
                "Certificates.member.0.CertificateArn=a",
                "Certificates.member.7.CertificateArn=a&Certificates.member.9.CertificateArn=b",
                "MutualAuthentication=",
                "NotAParameter=x",
                "NotAParameter.1=x",
                "MutualAuthentication.NotAMember=x",
                "DefaultActions.member.1.AuthenticateOidcConfig.AuthenticationRequestExtraParams.entry.1.key=a"
            })
    void emptyOnesAndUnknownOnesAreAccepted(String form) {
        assertThatCode(() -> read(AwsService.ELB, CreateListenerRequest.class, form))
                .doesNotThrowAnyException();
    }

    private static String refused(AwsService service, Class<? extends SdkPojo> type, String form) {
        AwsException refusal = catchThrowableOfType(AwsException.class, () -> read(service, type, form));
        assertThat(refusal).as(form).isNotNull();
        assertThat(refusal.code()).isEqualTo("MalformedInput");
        return refusal.text();
    }

    private static SdkPojo read(AwsService service, Class<? extends SdkPojo> type, String form) {
        return QueryReader.read(service, type, QueryNode.parse(form, service));
    }
}
