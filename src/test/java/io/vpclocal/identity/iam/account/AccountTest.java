package io.vpclocal.identity.iam.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

@EmulatorTest
class AccountTest extends IamTestBase {

    @Test
    void theSummaryCountsWhatIsThere() {
        people.user(account, "ana", People.allowing("ec2:*"));
        people.role(account, "worker", account, People.allowing("ec2:*"));
        Map<SummaryKeyType, Integer> summary = iam.getAccountSummary().summaryMap();
        assertThat(summary)
                .containsEntry(SummaryKeyType.USERS, 1)
                .containsEntry(SummaryKeyType.ROLES, 1)
                .containsEntry(SummaryKeyType.GROUPS, 0)
                .containsEntry(SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, 2);
    }

    @Test
    void anAccountHasOneAliasAndNobodyElseHasIt() {
        String alias = "alias-" + account;
        iam.createAccountAlias(r -> r.accountAlias(alias));
        assertThat(iam.listAccountAliases().accountAliases()).containsExactly(alias);
        Expect.awsError("EntityAlreadyExists", () -> aws.iam(Aws.root(Aws.newAccount()))
                .createAccountAlias(r -> r.accountAlias(alias)));
        Expect.awsError("ValidationError", () -> iam.createAccountAlias(r -> r.accountAlias("A")));
        iam.deleteAccountAlias(r -> r.accountAlias(alias));
        assertThat(iam.listAccountAliases().accountAliases()).isEmpty();
    }

    @Test
    void authorizationDetailsTellEverythingInPages() {
        people.user(account, "ana", People.allowing("ec2:*"));
        people.role(account, "worker", account, People.allowing("ec2:*"));
        iam.createGroup(r -> r.groupName("g"));
        iam.addUserToGroup(r -> r.groupName("g").userName("ana"));
        iam.attachGroupPolicy(r -> r.groupName("g").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        GetAccountAuthorizationDetailsResponse all = iam.getAccountAuthorizationDetails();
        assertThat(all.userDetailList()).singleElement().satisfies(user -> {
            assertThat(user.groupList()).containsExactly("g");
            assertThat(user.userPolicyList())
                    .extracting(PolicyDetail::policyName)
                    .containsExactly("inline");
        });
        assertThat(all.roleDetailList()).hasSize(1);
        assertThat(all.groupDetailList()).hasSize(1);
        assertThat(all.policies()).extracting(ManagedPolicyDetail::policyName).containsExactly("ReadOnlyAccess");

        long seen = iam.getAccountAuthorizationDetailsPaginator(r -> r.maxItems(1)).stream()
                .mapToLong(page -> page.userDetailList().size()
                        + page.roleDetailList().size()
                        + page.groupDetailList().size()
                        + page.policies().size())
                .peek(onPage -> assertThat(onPage).isEqualTo(1))
                .sum();
        assertThat(seen).isEqualTo(4);
        assertThat(iam.getAccountAuthorizationDetails(r -> r.filter(EntityType.USER))
                        .roleDetailList())
                .isEmpty();
    }
}
