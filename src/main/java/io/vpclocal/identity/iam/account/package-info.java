/** The account: its alias, its summary and its authorization details. */
@NullMarked
package io.vpclocal.identity.iam.account;

import org.jspecify.annotations.NullMarked;
