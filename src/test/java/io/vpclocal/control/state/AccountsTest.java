package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The list of accounts with resources; our design. */
@EmulatorTest
class AccountsTest {

    @Autowired
    private Aws aws;

    @Test
    void anAccountWithResourcesIsListedWithItsRegions() throws Exception {
        String account = Aws.newAccount();
        String users = Aws.newAccount();
        assertThat(regions(account)).isEmpty();

        aws.ec2(account).createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        aws.ec2(Aws.root(account), Region.EU_WEST_1).createInternetGateway();
        aws.iam(Aws.root(users)).createUser(r -> r.userName("ana"));

        assertThat(regions(account)).contains(List.of("eu-west-1", "us-east-1"));
        assertThat(regions(users)).contains(List.of());

        new ControlApi(aws.endpoint()).post("/_vpclocal/reset?account=" + account);
        assertThat(regions(account)).isEmpty();
    }

    /** Empty if the account is not listed. */
    private Optional<List<String>> regions(String account) throws Exception {
        JsonNode accounts =
                new ControlApi(aws.endpoint()).get("/_vpclocal/accounts").json().path("accounts");
        return accounts.valueStream()
                .filter(one -> one.path("account").asString().equals(account))
                .map(one -> one.path("regions")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .findFirst();
    }
}
