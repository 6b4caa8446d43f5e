/**
 * How sounds of Bulgarian and Russian are spelt in Latin names, the likeliest first; each further one is a guess more. `$` is
 * the end of a word. Words are folded: й is и, so that ай is аи and ий is ии. Fitted to some 250 words of artists and
 * titles as Bulgarians write them in their own letters, which a test keeps.
 */
const TABLE = `
  consonants  б=b в=v,w г=g д=d ж=j,g,zh з=z,s к=c,k л=l м=m н=n п=p р=r с=s,c т=t,th ф=f,ph х=h,j ц=c,z,ts
              ч=ch,c ш=sh,ch щ=sht,st ј=j дж=j,g дже=ja,je,ge кс=x,cks,ks кв=qu,kv кр=cr,kr,chr ке=ke,ce ки=ki,ci
              ск=sc,sk
  vowels      а=a,u е=e,a и=i,ee о=o у=u,oo ъ=u,a,o ы=y ь= э=e,a ю=u,ew,yu я=ya,ia,a і=i є=ie
              аи=i,ai,y еи=a,ey,ai ои=oy,oi ии=ea,ee,ie ау=ow,au,ou оу=o,ow,oa ия=ia ие=ye,ie ио=io,yo ьо=yo,o
              ър=er,ir,or уа=wa,ua уе=we,ue,whe уеи=wa,way уи=wi,we,ui уии=wee уо=wa,wo,wha юа=ewa,ua юи=ewi юъ=ewa
  syllables   ку=cu,ku куи=qui,quee куе=que хаи=hi,high шу=shu,su ток=tok,talk,tock уок=walk,wok юро=euro скаи=sky,sci
  endings     и$=i,y,ie у$=u,ue,oo аи$=y,ai,uy,igh еи$=ay,ey ии$=y,ie оу$=o,ow ия$=ia,y джия$=gy,gia дж$=ge,j
              к$=k,c,ck ш$=sh,che в$=ve,v ик$=ic,ick,ik ек$=eck,ack ок$=ock,ok,oke ък$=uck ки$=ki,ky,cky
              ъл$=le,el ълс$=les,els къл$=chael,kle ън$=on,en ънс$=ons,ens ксън$=ckson,xon шън$=tion ъм$=em,am
              ър$=er,or ърс$=ers,ors ет$=et,ette ол$=ol,all анс$=ance,ans уот$=what уан$=one уеи$=way
              аит$=ight,ite аитс$=ights,ites аил$=yle,ile аилс$=yles,iles аим$=ime аин$=ine аиф$=ife
              еик$=ake еит$=ate еин$=ain,ane еир$=air,are
`;

/** Little words are written as nothing else is, and in words as short as these a search forgives no letter. */
const LITTLE_WORDS = `
  дъ=the ди=the де=the зе=the ъ=a ъф=of ъв=of оф=of ов=of енд=and ен=and анд=and ин=in он=on ап=up ъп=up аут=out
  ту=to,two,too фор=for,four уит=with аи=i аим=im маи=my ми=me ю=you иу=you юр=your иор=your хи=he ши=she уи=we деи=they дем=them
  ит=it итс=its ис=is ар=are би=be ду=do донт=dont ол=all но=no,know ноу=know,no гоу=go соу=so уаи=why
  ху=who уот=what хау=how ам=am ван=one уан=one блу=blue олд=old неу=new ню=new биг=big бои=boy лет=let
`;

/** `TABLE`, or another of its form, as a map. */
const entriesOf = (table: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    (table.match(/\S+=\S*/gu) ?? []).map((entry) => {
      const [sound = '', spellings = ''] = entry.split('=');
      return [sound, spellings.split(',')];
    }),
  );

/** By sound. A longer sound says more than its letters one by one. */
export const SPELLINGS = entriesOf(TABLE);
/** By whole word. */
export const WORDS = entriesOf(LITTLE_WORDS);
