package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.model.CertificateObject;
import com.paloaltonetworks.cloudngfw.client.model.CustomUrlCategory;
import com.paloaltonetworks.cloudngfw.client.model.FqdnList;
import com.paloaltonetworks.cloudngfw.client.model.IntelligentFeed;
import com.paloaltonetworks.cloudngfw.client.model.PrefixList;
import com.paloaltonetworks.cloudngfw.client.model.RulestackObject;

/**
 * A kind of rulestack object: its path and the keys of its answers.
 *
 * @param displayName for messages, such as {@code prefix list}
 * @param path last segment of the collection's path
 * @param listKey what {@code Candidate}, {@code Running} and {@code Uncommitted} follow in a list
 * @param viewKey what {@code Candidate} and {@code Running} follow in a read
 * @param type the record
 */
public record ObjectKind<T extends RulestackObject>(
        String displayName, String path, String listKey, String viewKey, Class<T> type) {

    public static final ObjectKind<PrefixList> PREFIX_LIST =
            new ObjectKind<>("prefix list", "prefixlists", "PrefixList", "PrefixList", PrefixList.class);

    public static final ObjectKind<FqdnList> FQDN_LIST =
            new ObjectKind<>("FQDN list", "fqdnlists", "FqdnList", "FqdnList", FqdnList.class);

    public static final ObjectKind<CustomUrlCategory> CUSTOM_URL_CATEGORY = new ObjectKind<>(
            "custom URL category", "urlcustomcategories", "Categories", "URLCategory", CustomUrlCategory.class);

    public static final ObjectKind<IntelligentFeed> INTELLIGENT_FEED =
            new ObjectKind<>("intelligent feed", "feeds", "Feed", "Feed", IntelligentFeed.class);

    public static final ObjectKind<CertificateObject> CERTIFICATE = new ObjectKind<>(
            "certificate", "certificates", "CertificateObject", "CertificateObject", CertificateObject.class);
}
