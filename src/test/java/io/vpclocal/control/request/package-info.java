@NullMarked
package io.vpclocal.control.request;

import org.jspecify.annotations.NullMarked;
