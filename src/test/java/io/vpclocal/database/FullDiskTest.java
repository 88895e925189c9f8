package io.vpclocal.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** While nothing can be written, calls are refused as AWS refuses them, and once there is space again all goes on (logic). */
class FullDiskTest {

    private static final String CREATE_VPC = "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.0.0.0/16";

    private final String account = Aws.newAccount();

    @TempDir
    private Path directory;

    @AfterEach
    void space() {
        FullDisk.full = false;
    }

    @Test
    void callsAreRefusedAndNothingAcknowledgedIsLostAndAllGoesOnWithSpace() throws Exception {
        try (OwnEmulator emulator = start()) {
            List<String> acknowledged = new ArrayList<>();
            acknowledged.add(vpc(emulator));

            FullDisk.full = true;
            for (int i = 0; i < 2; i++) {
                refused(form(emulator, CREATE_VPC), "<Response><Errors><Error><Code>ServiceUnavailable</Code>");
                refused(
                        form(emulator, "Action=CreateUser&Version=2010-05-08&UserName=ana"),
                        "<Type>Receiver</Type><Code>ServiceUnavailable</Code>");
                refused(
                        RawHttp.json(
                                emulator.aws().endpoint(), "Logs_20140328.CreateLogGroup", "{\"logGroupName\":\"g\"}"),
                        "{\"__type\":\"ServiceUnavailableException\"");
                refused(health(emulator), "\"DatabaseUnavailable\"", "No space left on device");
                refused(
                        RawHttp.send(RawHttp.request(emulator.aws().endpoint(), "/_vpclocal/reset")
                                .POST(BodyPublishers.noBody())),
                        "\"DatabaseUnavailable\"");
                assertThat(vpcs(emulator)).containsAll(acknowledged);
            }

            FullDisk.full = false;
            assertThat(health(emulator).statusCode()).isEqualTo(200);
            assertThat(vpcs(emulator)).containsAll(acknowledged);
            acknowledged.add(vpc(emulator));
            assertThat(vpcs(emulator)).containsAll(acknowledged);
        }
    }

    private OwnEmulator start() {
        FullDisk.register();
        return OwnEmulator.start(Map.of("vpclocal.database.url", url(), "vpclocal.database.username", "sa"));
    }

    private String vpc(OwnEmulator emulator) {
        return emulator.aws()
                .ec2(account)
                .createVpc(r -> r.cidrBlock("10.0.0.0/16"))
                .vpc()
                .vpcId();
    }

    private List<String> vpcs(OwnEmulator emulator) {
        return emulator.aws().ec2(account).describeVpcs().vpcs().stream()
                .map(Vpc::vpcId)
                .toList();
    }

    private HttpResponse<String> form(OwnEmulator emulator, String form) throws Exception {
        return RawHttp.form(emulator.aws().endpoint(), account, form);
    }

    private static HttpResponse<String> health(OwnEmulator emulator) throws Exception {
        return RawHttp.send(RawHttp.request(emulator.aws().endpoint(), "/_vpclocal/health"));
    }

    private static void refused(HttpResponse<String> answer, String... texts) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains(texts);
    }

    private String url() {
        return "jdbc:h2:full:" + directory.resolve("vpclocal") + DatabaseConfiguration.H2 + ";WRITE_DELAY=0";
    }
}
