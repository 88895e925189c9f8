package io.vpclocal.identity.iam.account;

import io.vpclocal.identity.iam.AccountEntity;
import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

@AwsController(AwsService.IAM)
class AccountController {

    private final IamAccounts accounts;
    private final AccountSummary summary;
    private final AccountDetails details;
    private final IamPages pages;

    AccountController(IamAccounts accounts, AccountSummary summary, AccountDetails details, IamPages pages) {
        this.pages = pages;
        this.accounts = accounts;
        this.summary = summary;
        this.details = details;
    }

    @AwsAction
    GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest request, Call call) {
        return GetAccountSummaryResponse.builder()
                .summaryMapWithStrings(summary.of(IamScope.of(call.scope())))
                .build();
    }

    @AwsAction
    GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
            GetAccountAuthorizationDetailsRequest request, Call call) {
        return details.of(IamScope.of(call.scope()), request.filterAsStrings(), request.marker(), request.maxItems());
    }

    /** An account has one alias. A new one replaces it. */
    @AwsAction
    CreateAccountAliasResponse createAccountAlias(CreateAccountAliasRequest request, Call call) {
        String alias = request.accountAlias();
        if (accounts.taken(alias)) {
            throw IamErrors.aliasTaken(alias);
        }
        accounts.change(IamScope.of(call.scope())).alias(alias);
        return CreateAccountAliasResponse.builder().build();
    }

    @AwsAction
    ListAccountAliasesResponse listAccountAliases(ListAccountAliasesRequest request, Call call) {
        List<String> aliases = accounts.find(IamScope.of(call.scope()))
                .map(AccountEntity::alias)
                .map(List::of)
                .orElse(List.of());
        IamPages.Slice<String> slice = pages.of(
                aliases,
                Function.identity(),
                "ListAccountAliases\n" + call.scope().account(),
                request.marker(),
                request.maxItems());
        return slice.answer(ListAccountAliasesResponse.builder().accountAliases(slice.items()));
    }

    @AwsAction
    DeleteAccountAliasResponse deleteAccountAlias(DeleteAccountAliasRequest request, Call call) {
        String alias = IamParams.require(request.accountAlias(), "accountAlias");
        AccountEntity account = accounts.change(IamScope.of(call.scope()));
        if (!alias.equals(account.alias())) {
            throw IamErrors.aliasNotFound(alias);
        }
        account.alias(null);
        return DeleteAccountAliasResponse.builder().build();
    }
}
