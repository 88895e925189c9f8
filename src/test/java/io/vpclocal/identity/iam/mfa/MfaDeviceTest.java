package io.vpclocal.identity.iam.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.sts.StsClient;

/** Expected: recorded from AWS by LocalStack's tests, unless a test says otherwise. */
@EmulatorTest
class MfaDeviceTest extends IamTestBase {

    private static final String DENIED = "MultiFactorAuthentication failed";

    @Autowired
    private Clock clock;

    /** RFC 6238, appendix B, with six instead of eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long seconds, String code) {
        byte[] seed = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(seed, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void seedsAreBase32(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void aDeviceIsCreatedEnabledAndDeactivated() {
        iam.createUser(r -> r.userName("ana"));
        VirtualMFADevice device = create("phone");
        assertThat(device.serialNumber()).isEqualTo("arn:aws:iam::" + account + ":mfa/phone");
        assertThat(device.base32StringSeed().asUtf8String()).matches("[A-Z2-7]{64}");
        Expect.awsError("EntityAlreadyExists", "MFA device already exists.", () -> create("phone"));
        assertThat(listed("Unassigned")).isEqualTo(1);
        assertThat(listed("Assigned")).isZero();
        Expect.awsError(
                "InvalidAuthenticationCode",
                () -> iam.enableMFADevice(r -> r.userName("ana")
                        .serialNumber(device.serialNumber())
                        .authenticationCode1("000000")
                        .authenticationCode2("000000")));
        long step = enable("ana", device);
        Expect.awsError("EntityAlreadyExists", "MFA Device is already in use.", () -> enable("ana", device));
        assertThat(listed("Assigned")).isEqualTo(1);
        assertThat(iam.listMFADevices(r -> r.userName("ana")).mfaDevices())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.userName()).isEqualTo("ana");
                    assertThat(found.serialNumber()).isEqualTo(device.serialNumber());
                    assertThat(found.enableDate()).isNotNull();
                });
        assertThat(iam.getMFADevice(r -> r.serialNumber(device.serialNumber())).userName())
                .isEqualTo("ana");
        assertThat(iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.MFA_DEVICES, 1)
                .containsEntry(SummaryKeyType.MFA_DEVICES_IN_USE, 1);
        iam.resyncMFADevice(r -> r.userName("ana")
                .serialNumber(device.serialNumber())
                .authenticationCode1(code(device, step))
                .authenticationCode2(code(device, step + 1)));
        Expect.awsError(
                "DeleteConflict",
                "MFA VirtualDevice in use. Must deactivate first.",
                () -> iam.deleteVirtualMFADevice(r -> r.serialNumber(device.serialNumber())));
        Expect.awsError(
                "DeleteConflict",
                "Cannot delete entity, must delete MFA device first.",
                () -> iam.deleteUser(r -> r.userName("ana")));
        iam.deactivateMFADevice(r -> r.userName("ana").serialNumber(device.serialNumber()));
        assertThat(listed("Any")).isZero();
        Expect.awsError(
                "NoSuchEntity",
                "MFA Device with serial number " + device.serialNumber() + " does not exist.",
                () -> iam.deleteVirtualMFADevice(r -> r.serialNumber(device.serialNumber())));
        iam.deleteUser(r -> r.userName("ana"));
    }

    /** IAM User Guide, "Secure API access with MFA". Texts: reported by AWS's users. */
    @Test
    void sessionsWithMfaSatisfyPolicies() {
        AwsCredentials ana = people.user(
                account,
                "ana",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"},"
                        + "\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"3600\"}}}"));
        VirtualMFADevice device = create("phone");
        long step = enable("ana", device);
        StsClient sts = aws.sts(ana);
        Expect.awsError("AccessDenied", () -> aws.iam(ana).listUsers());
        Expect.awsError(
                "AccessDenied",
                DENIED + " with invalid MFA one time pass code.",
                () -> sts.getSessionToken(
                        r -> r.serialNumber(device.serialNumber()).tokenCode(code(device, step))));
        Expect.awsError(
                "AccessDenied",
                DENIED + ", must provide both MFA serial number and one time pass code.",
                () -> sts.getSessionToken(r -> r.tokenCode("123456")));
        Expect.awsError(
                "AccessDenied",
                DENIED + ", unable to validate MFA code.  Please verify your MFA serial number is valid and"
                        + " associated with this user.",
                () -> sts.getSessionToken(
                        r -> r.serialNumber(device.serialNumber() + "2").tokenCode("123456")));
        String next = code(device, step + 1);
        AwsCredentials session = People.session(
                sts.getSessionToken(r -> r.serialNumber(device.serialNumber()).tokenCode(next))
                        .credentials());
        assertThat(aws.iam(session).listUsers().users()).hasSize(1);
        Expect.awsError(
                "AccessDenied",
                () -> sts.getSessionToken(
                        r -> r.serialNumber(device.serialNumber()).tokenCode(next)));
    }

    /** IAM User Guide: the trust policy of a role can require MFA. */
    @Test
    void rolesCanRequireMfa() {
        AwsCredentials ana = people.user(account, "ana", People.allowing("sts:AssumeRole"));
        String role = iam.createRole(r -> r.roleName("admin")
                        .assumeRolePolicyDocument(People.document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                                + account + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"Bool\":"
                                + "{\"aws:MultiFactorAuthPresent\":\"true\"}}}")))
                .role()
                .arn();
        VirtualMFADevice device = create("phone");
        long step = enable("ana", device);
        StsClient sts = aws.sts(ana);
        Expect.awsError(
                "AccessDenied", () -> sts.assumeRole(r -> r.roleArn(role).roleSessionName("me")));
        assertThat(sts.assumeRole(r -> r.roleArn(role)
                                .roleSessionName("me")
                                .serialNumber(device.serialNumber())
                                .tokenCode(code(device, step + 1)))
                        .credentials()
                        .accessKeyId())
                .startsWith("ASIA");
    }

    private VirtualMFADevice create(String name) {
        return iam.createVirtualMFADevice(r -> r.virtualMFADeviceName(name)).virtualMFADevice();
    }

    private int listed(String status) {
        return iam.listVirtualMFADevices(r -> r.assignmentStatus(status))
                .virtualMFADevices()
                .size();
    }

    /** Enables a device with the previous and the current code. Returns the current step. */
    private long enable(String user, VirtualMFADevice device) {
        long step = Totp.step(clock.instant());
        iam.enableMFADevice(r -> r.userName(user)
                .serialNumber(device.serialNumber())
                .authenticationCode1(code(device, step - 1))
                .authenticationCode2(code(device, step)));
        return step;
    }

    private static String code(VirtualMFADevice device, long step) {
        return Totp.code(decoded(device.base32StringSeed()), step);
    }

    private static byte[] decoded(SdkBytes seed) {
        String text = seed.asUtf8String();
        byte[] bytes = new byte[text.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i / 5));
            bytes[i / 8] |= (byte) ((digit >> (4 - i % 5) & 1) << (7 - i % 8));
        }
        return bytes;
    }
}
