package io.vpclocal.network.prefixlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddPrefixListEntry;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.RemovePrefixListEntry;

/** Shapes and rules: AWS documentation, VPC User Guide: "Customer-managed prefix lists", and EC2 API Reference. */
@EmulatorTest
class ManagedPrefixListTest {

    private static final String S3 = "pl-63a5400a";

    @Autowired
    private Aws aws;

    @Autowired
    private PrefixLists prefixLists;

    private Ec2Client ec2;
    private String account;

    @BeforeEach
    void newAccount() {
        account = Aws.newAccount();
        ec2 = aws.ec2(account);
    }

    @Test
    void aListIsCreatedAtVersionOne() {
        ManagedPrefixList created = create(5, "10.0.0.0/8", "192.168.0.1/16");
        assertThat(created.prefixListId()).matches("pl-[0-9a-f]{17}");
        assertThat(created.stateAsString()).isEqualTo("create-in-progress");
        assertThat(created.prefixListArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + account + ":prefix-list/" + created.prefixListId());

        ManagedPrefixList described = describe(created.prefixListId());
        assertThat(described.stateAsString()).isEqualTo("create-complete");
        assertThat(described.version()).isEqualTo(1);
        assertThat(described.maxEntries()).isEqualTo(5);
        assertThat(described.addressFamily()).isEqualTo("IPv4");
        assertThat(described.ownerId()).isEqualTo(account);
        assertThat(cidrs(created.prefixListId(), null)).containsExactly("10.0.0.0/8", "192.168.0.0/16");
    }

    @Test
    void everyChangeOfEntriesIsAVersionThatCanBeReadAndRestored() {
        String id = create(5, "10.0.0.0/8", "192.168.0.0/16").prefixListId();
        ManagedPrefixList modified = ec2.modifyManagedPrefixList(r -> r.prefixListId(id)
                        .currentVersion(1L)
                        .addEntries(add("172.16.0.0/12"))
                        .removeEntries(remove("10.0.0.0/8")))
                .prefixList();
        assertThat(modified.version()).isEqualTo(2);
        assertThat(modified.stateAsString()).isEqualTo("modify-in-progress");
        assertThat(describe(id).stateAsString()).isEqualTo("modify-complete");
        assertThat(cidrs(id, 1L)).containsExactly("10.0.0.0/8", "192.168.0.0/16");
        assertThat(cidrs(id, null)).containsExactly("192.168.0.0/16", "172.16.0.0/12");

        ec2.restoreManagedPrefixListVersion(
                r -> r.prefixListId(id).previousVersion(1L).currentVersion(2L));
        assertThat(describe(id).version()).isEqualTo(3);
        assertThat(describe(id).stateAsString()).isEqualTo("restore-complete");
        assertThat(cidrs(id, 3L)).containsExactlyInAnyOrder("10.0.0.0/8", "192.168.0.0/16");
        assertThat(cidrs(id, 2L)).containsExactly("192.168.0.0/16", "172.16.0.0/12");
    }

    @Test
    void nameAndSizeChangeWithoutANewVersion() {
        String id = create(1, "10.0.0.0/8").prefixListId();
        ec2.modifyManagedPrefixList(r -> r.prefixListId(id).prefixListName("renamed"));
        ec2.modifyManagedPrefixList(r -> r.prefixListId(id).maxEntries(7));
        assertThat(describe(id).prefixListName()).isEqualTo("renamed");
        assertThat(describe(id).maxEntries()).isEqualTo(7);
        assertThat(describe(id).version()).isEqualTo(1);
    }

    @Test
    void aDeletedListIsGone() {
        String id = create(1).prefixListId();
        assertThat(ec2.deleteManagedPrefixList(r -> r.prefixListId(id))
                        .prefixList()
                        .stateAsString())
                .isEqualTo("delete-in-progress");
        Expect.awsError(
                "InvalidPrefixListID.NotFound", "The prefix list ID '" + id + "' does not exist", () -> describe(id));
    }

    @Test
    void clientTokensMakeCreationIdempotent() {
        CreateManagedPrefixListRequest request =
                request(3, "10.0.0.0/8").toBuilder().clientToken("once").build();
        String first = ec2.createManagedPrefixList(request).prefixList().prefixListId();
        assertThat(ec2.createManagedPrefixList(request).prefixList().prefixListId())
                .isEqualTo(first);
        Expect.awsError(
                "IdempotentParameterMismatch",
                () -> ec2.createManagedPrefixList(
                        request.toBuilder().maxEntries(4).build()));
    }

    /** Codes of the last three rows are our guess; the first two are recorded from AWS. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | IPv4 | one | 10.0.0.0/8 | InvalidParameterValue | Must specify a max size between 1 and 1000",
                "1001 | IPv4 | one | 10.0.0.0/8 | InvalidParameterValue | Must specify a max size between 1 and 1000",
                "1 | IPv5 | one | 10.0.0.0/8 | InvalidParameterValue | Value (IPv5) for parameter addressFamily is"
                        + " invalid. Expecting IPv4 or IPv6.",
                "1 | IPv4 | com.amazonaws.x | 10.0.0.0/8 | InvalidParameterValue | Prefix list names cannot start with"
                        + " com.amazonaws.",
                "1 | IPv6 | one | 10.0.0.0/8 | InvalidParameterValue | Value (10.0.0.0/8) for parameter cidr is"
                        + " invalid. The prefix list's address family is IPv6.",
                "1 | IPv4 | one | ten | InvalidParameterValue | Value (ten) for parameter cidr is invalid. This is not"
                        + " a valid CIDR block."
            })
    void create_refused(int size, String family, String name, String cidr, String code, String message) {
        Expect.awsError(
                code,
                message,
                () -> ec2.createManagedPrefixList(r -> r.prefixListName(name)
                        .addressFamily(family)
                        .maxEntries(size)
                        .entries(add(cidr))));
    }

    /** The words are recorded from AWS; the code is known from programs that handle it. */
    @Test
    void aListHoldsNoMoreThanItsSize() {
        Expect.awsError(
                "PrefixListMaxEntriesExceeded",
                "You've reached the maximum number of entries for the prefix list.",
                () -> create(1, "10.0.0.0/8", "192.168.0.0/16"));
        String id = create(1, "10.0.0.0/8").prefixListId();
        Expect.awsError(
                "PrefixListMaxEntriesExceeded",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).addEntries(add("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id).maxEntries(0)));
    }

    /** Recorded from AWS. */
    @Test
    void aRequestTakesAHundredEntries() {
        String[] cidrs = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> "10.0." + i + ".0/24")
                .toArray(String[]::new);
        Expect.awsError(
                "InvalidParameterValue",
                "The number of entries per request cannot exceeds limit (100).",
                () -> create(1000, cidrs));
    }

    /** The version's code and the text about both lists are recorded from AWS; the others' words are our guess. */
    @Test
    void modify_refused() {
        String id = create(5, "10.0.0.0/8").prefixListId();
        Expect.awsError(
                "PrefixListVersionMismatch",
                "The prefix list has the incorrect version number.",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(7L).addEntries(add("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidParameterValue",
                "Request cannot contain Cidr 10.0.0.0/8 in both AddPrefixListEntries and RemovePrefixListEntries",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id)
                        .currentVersion(1L)
                        .addEntries(add("10.0.0.0/8"))
                        .removeEntries(remove("10.0.0.0/8"))));
        Expect.awsError(
                "InvalidPrefixListModification",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).removeEntries(remove("172.16.0.0/12"))));
        Expect.awsError(
                "InvalidPrefixListModification",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).addEntries(add("10.0.0.0/8"))));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.modifyManagedPrefixList(
                        r -> r.prefixListId(id).currentVersion(1L).maxEntries(9).addEntries(add("172.16.0.0/12"))));
        Expect.awsError(
                "PrefixListVersionMismatch",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(id).previousVersion(1L).currentVersion(2L)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(id).previousVersion(2L).currentVersion(1L)));
        assertThat(describe(id).version()).as("nothing was changed").isEqualTo(1);
    }

    /** That they cannot be changed: AWS documentation, VPC User Guide. The code is our guess. */
    @Test
    void listsOfAwsCannotBeChanged() {
        Expect.awsError(
                "OperationNotPermitted",
                () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(S3).prefixListName("mine")));
        Expect.awsError("OperationNotPermitted", () -> ec2.deleteManagedPrefixList(r -> r.prefixListId(S3)));
        Expect.awsError(
                "OperationNotPermitted",
                () -> ec2.restoreManagedPrefixListVersion(
                        r -> r.prefixListId(S3).previousVersion(1L).currentVersion(1L)));
    }

    /** Recorded from AWS: neither version nor size of such a list is told. */
    @Test
    void listsOfAwsAreDescribed() {
        ManagedPrefixList s3 = describe(S3);
        assertThat(s3.prefixListName()).isEqualTo("com.amazonaws.us-east-1.s3");
        assertThat(s3.ownerId()).isEqualTo("AWS");
        assertThat(s3.prefixListArn()).isEqualTo("arn:aws:ec2:us-east-1:aws:prefix-list/" + S3);
        assertThat(s3.stateAsString()).isEqualTo("create-complete");
        assertThat(s3.version()).isNull();
        assertThat(s3.maxEntries()).isNull();
        assertThat(cidrs(S3, null)).isNotEmpty();
    }

    @Test
    void gatewayListsAreDescribedWithTheirBlocks() {
        create(1);
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
                .as("Terraform asks so for every endpoint")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"owner-id, AWS, false", "owner-id, ACCOUNT, true", "prefix-list-name, mine, true"})
    void filters(String name, String value, boolean mine) {
        String id = create(1).prefixListId();
        assertThat(ec2.describeManagedPrefixLists(
                                r -> r.filters(f -> f.name(name).values(value.equals("ACCOUNT") ? account : value)))
                        .prefixLists())
                .isNotEmpty()
                .allSatisfy(list -> assertThat(list.prefixListId().equals(id)).isEqualTo(mine));
    }

    @Test
    void entriesComeInPages() {
        String id = create(5, "10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16").prefixListId();
        assertThat(ec2.getManagedPrefixListEntriesPaginator(
                                r -> r.prefixListId(id).maxResults(2))
                        .entries())
                .extracting(PrefixListEntry::cidr)
                .containsExactly("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16");
    }

    @ParameterizedTest
    @CsvSource({
        "pl-0123456789abcdef0, InvalidPrefixListID.NotFound",
        "pl-12345678, InvalidPrefixListID.NotFound",
        "list, InvalidPrefixListId.Malformed"
    })
    void listsThatDoNotExist(String id, String code) {
        Expect.awsError(code, () -> describe(id));
        Expect.awsError(code, () -> ec2.describePrefixLists(r -> r.prefixListIds(id)));
        Expect.awsError(code, () -> cidrs(id, null));
        Expect.awsError(code, () -> ec2.getManagedPrefixListAssociations(r -> r.prefixListId(id)));
        Expect.awsError(code, () -> ec2.deleteManagedPrefixList(r -> r.prefixListId(id)));
        Expect.awsError(code, () -> ec2.modifyManagedPrefixList(r -> r.prefixListId(id)));
    }

    /** Our guess: the words of the newer actions. */
    @Test
    void pageSizesOutOfRangeAreRefused() {
        String id = create(1).prefixListId();
        Expect.awsError("InvalidParameter", () -> ec2.describeManagedPrefixLists(r -> r.maxResults(101)));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.getManagedPrefixListEntries(r -> r.prefixListId(id).maxResults(0)));
        Expect.awsError(
                "InvalidParameter",
                () -> ec2.getManagedPrefixListAssociations(
                        r -> r.prefixListId(id).maxResults(4)));
    }

    /** AWS documentation, VPC User Guide: a list weighs its size, AWS's lists what the guide tells. */
    @Test
    void otherRoomsSeeListsWithBlocksAndWeight() {
        String id = create(5, "10.0.0.0/8").prefixListId();
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

    private ManagedPrefixList create(int size, String... cidrs) {
        return ec2.createManagedPrefixList(request(size, cidrs)).prefixList();
    }

    private static CreateManagedPrefixListRequest request(int size, String... cidrs) {
        return CreateManagedPrefixListRequest.builder()
                .prefixListName("mine")
                .addressFamily("IPv4")
                .maxEntries(size)
                .entries(List.of(cidrs).stream().map(ManagedPrefixListTest::add).toList())
                .build();
    }

    private static AddPrefixListEntry add(String cidr) {
        return AddPrefixListEntry.builder().cidr(cidr).description("of a test").build();
    }

    private static RemovePrefixListEntry remove(String cidr) {
        return RemovePrefixListEntry.builder().cidr(cidr).build();
    }

    private ManagedPrefixList describe(String id) {
        return ec2.describeManagedPrefixLists(r -> r.prefixListIds(id))
                .prefixLists()
                .get(0);
    }

    private List<String> cidrs(String id, @Nullable Long version) {
        return ec2.getManagedPrefixListEntries(r -> r.prefixListId(id).targetVersion(version)).entries().stream()
                .map(PrefixListEntry::cidr)
                .toList();
    }
}
