/// Domains that belong to many senders at once: services that send newsletters, and those that give everybody a mailbox.
enum MailingServices {
    private static let domains: Set<Substring> = Set(
        """
        substack.com beehiiv.com mailchimp.com mailchimpapp.com mailchimpapp.net mcsv.net mcdlv.net rsgsv.net list-manage.com \
        campaign-archive.com mailchi.mp mandrillapp.com sendgrid.net sendgrid.com sparkpostmail.com mailgun.org mailgun.net \
        mailjet.com amazonses.com constantcontact.com ccsend.com createsend.com cmail19.com cmail20.com exacttarget.com \
        salesforce.com sailthru.com convertkit.com convertkit-mail.com kit.com buttondown.email buttondown.com ghost.io tinyletter.com \
        revue.email getrevue.co hubspot.com hubspotemail.net hs-send.com klaviyomail.com klaviyo.com mailerlite.com mlsend.com \
        brevo.com sendinblue.com sendpulse.com campaignmonitor.com activecampaign.com aweber.com getresponse.com \
        google.com googlegroups.com feedburner.com groups.io freelists.org wordpress.com medium.com patreon.com \
        gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net \
        web.de mail.com mail.ru proton.me protonmail.com pm.me fastmail.com zoho.com yandex.ru posteo.de mailbox.org
        """.split(separator: " "))

    /// Whether a registered domain says nothing of the outlet.
    static func contains(_ domain: String) -> Bool { domains.contains(Substring(domain)) }
}
