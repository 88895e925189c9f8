package io.vpclocal.network.prefixlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** Shapes: AWS documentation, VPC User Guide: "Customer-managed prefix lists", and EC2 API Reference. */
@EmulatorTest
class PrefixListReadingTest extends PrefixListTestBase {

    private static final String S3 = "pl-63a5400a";

    @Autowired
    private PrefixLists prefixLists;

    /** Recorded from AWS: neither version nor size of such a list is told. */
    @Test
    void listsOfAwsAreDescribed() {
        ManagedPrefixList s3 = lists.describe(S3);
        assertThat(s3.prefixListName()).isEqualTo("com.amazonaws.us-east-1.s3");
        assertThat(s3.ownerId()).isEqualTo("AWS");
        assertThat(s3.prefixListArn()).isEqualTo("arn:aws:ec2:us-east-1:aws:prefix-list/" + S3);
        assertThat(s3.stateAsString()).isEqualTo("create-complete");
        assertThat(s3.version()).isNull();
        assertThat(s3.maxEntries()).isNull();
        assertThat(lists.cidrs(S3, null)).isNotEmpty();
    }

    @Test
    void gatewayListsAreDescribedWithTheirBlocks() {
        lists.create(1);
        assertThat(ec2.describePrefixLists().prefixLists())
                .extracting(software.amazon.awssdk.services.ec2.model.PrefixList::prefixListName)
                .contains("com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.dynamodb")
                .allMatch(name -> name.startsWith("com.amazonaws."));
        assertThat(ec2.describePrefixLists(r ->
                                r.filters(f -> f.name("prefix-list-name").values("com.amazonaws.us-east-1.dynamodb")))
                        .prefixLists())
                .singleElement()
                .satisfies(list -> {
                    assertThat(list.prefixListId()).isEqualTo("pl-02cd2c6b");
                    assertThat(list.cidrs()).contains("52.94.0.0/22");
                });
        assertThat(ec2.describePrefixLists(
                                r -> r.filters(f -> f.name("prefix-list-name").values("com.amazonaws.us-east-1.kms")))
                        .prefixLists())
                .as("the request of Terraform for each endpoint")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"owner-id, AWS, false", "owner-id, ACCOUNT, true", "prefix-list-name, mine, true"})
    void filters(String name, String value, boolean mine) {
        String id = lists.create(1).prefixListId();
        assertThat(ec2.describeManagedPrefixLists(
                                r -> r.filters(f -> f.name(name).values(value.equals("ACCOUNT") ? account : value)))
                        .prefixLists())
                .isNotEmpty()
                .allSatisfy(list -> assertThat(list.prefixListId().equals(id)).isEqualTo(mine));
    }

    @Test
    void entriesComeInPages() {
        String id = lists.create(5, "10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16").prefixListId();
        assertThat(ec2.getManagedPrefixListEntriesPaginator(
                                r -> r.prefixListId(id).maxResults(2))
                        .entries())
                .extracting(PrefixListEntry::cidr)
                .containsExactly("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16");
    }

    /**
     * AWS documentation, VPC User Guide: a list weighs its maximum size, an AWS-managed list the weight in the guide.
     */
    @Test
    void otherModulesSeeListsWithBlocksAndWeight() {
        String id = lists.create(5, "10.0.0.0/8").prefixListId();
        var found = prefixLists.findAll(new Scope(account, "us-east-1"), List.of(id, S3, "pl-12345678"));
        assertThat(found).containsOnlyKeys(id, S3);
        assertThat(found.get(id)).satisfies(list -> {
            assertThat(list.weight()).isEqualTo(5);
            assertThat(list.cidrs()).extracting(Object::toString).containsExactly("10.0.0.0/8");
            assertThat(list.awsManaged()).isFalse();
        });
        assertThat(found.get(S3))
                .satisfies(list -> assertThat(list.awsManaged()).isTrue());
    }
}
